import { DATA_CATEGORIES, PURPOSES, ROLES } from '@sammen/consent';
import { CATEGORY_TEXTS, isKnownDiagnosis, PURPOSE_TEXTS, ROLE_TEXTS } from '@sammen/reference-data';
import { PRIMARY_CODES, SECONDARY_CODES, SUBSTANCE_CODES } from '../src/psychiatry/diagnoses.js';

describe('plain words', () => {
  it.each([
    ['category', CATEGORY_TEXTS, DATA_CATEGORIES],
    ['purpose', PURPOSE_TEXTS, PURPOSES],
    ['role', ROLE_TEXTS, ROLES],
  ])('every %s has a sentence in Danish and English, and no other has', (_, texts, codes) => {
    expect(Object.keys(texts).sort()).toEqual([...codes].sort());
    for (const { da, en } of Object.values(texts)) {
      expect(da).not.toBe('');
      expect(en).not.toBe('');
    }
  });
});

it('every diagnosis that can be drawn is in the code list', () => {
  const codes = [...Object.values(PRIMARY_CODES).flat(), ...SECONDARY_CODES, ...Object.values(SUBSTANCE_CODES)];
  expect(codes.filter((code) => !isKnownDiagnosis(code))).toEqual([]);
});
