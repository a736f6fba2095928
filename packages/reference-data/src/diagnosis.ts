/** A diagnosis code is known when it is an ICD-10 F code of the Danish edition, written `F20.0` or as SKS `DF200`. */
import { ICD10_F00_F29 } from './data/icd10F00F29.js';
import { ICD10_F30_F59 } from './data/icd10F30F59.js';
import { ICD10_F60_F99 } from './data/icd10F60F99.js';

/** One row of the code list. */
export interface DiagnosisCode {
  /** With a dot: `F20.0`. */
  readonly code: string;
  /** The same in SKS: `DF200`. */
  readonly sks: string;
  /** Danish text. */
  readonly text: string;
}

/** The 448 F codes, three and four characters, in code order. */
export const DIAGNOSIS_CODES: readonly DiagnosisCode[] = [ICD10_F00_F29, ICD10_F30_F59, ICD10_F60_F99]
  .flatMap((part) => part.trim().split('\n'))
  .map((line) => {
    const space = line.indexOf(' ');
    const code = line.slice(0, space);
    return { code, sks: toSks(code), text: line.slice(space + 1) };
  });

const byCode = new Map(DIAGNOSIS_CODES.flatMap((each) => [[each.code, each] as const, [each.sks, each] as const]));

function toSks(code: string): string {
  return `D${code.replace('.', '')}`;
}

/** The code list's row for `F20.0` or `DF200`, or null. Case matters. */
export function diagnosis(code: string): DiagnosisCode | null {
  return byCode.get(code) ?? null;
}

/** The Danish text of an ICD-10 or SKS code, or null when the code is not known. */
export function diagnosisText(code: string): string | null {
  return byCode.get(code)?.text ?? null;
}

/** True for a known ICD-10 (`F20.0`) or SKS (`DF200`) code. */
export function isKnownDiagnosis(code: string): boolean {
  return byCode.has(code);
}
