import { codeEnum } from '@sammen/subgraph-kit';

/** What help in money is for, and the law that it rests on. */
const LAWS = {
  ADDITIONAL_EXPENSES: 'Serviceloven § 100',
  SINGLE_HELP: 'Lov om aktiv socialpolitik § 81 ff.',
  DEPOSIT_LOAN: 'Boligstøtteloven kap. 10',
} as const;

export const FinancialSupportKind = codeEnum('FinancialSupportKind', 'What help in money is for.', [
  { code: 'ADDITIONAL_EXPENSES', da: 'merudgifter', en: 'Additional expenses of a disability' },
  { code: 'SINGLE_HELP', da: 'enkeltydelse', en: 'Help with a single expense' },
  { code: 'DEPOSIT_LOAN', da: 'beboerindskudslån', en: "Loan for a tenant's deposit" },
]);
export type FinancialSupportKind = keyof typeof LAWS;

/** The law of a kind of support, in Danish. */
export function lawOfSupport(kind: FinancialSupportKind): string {
  return LAWS[kind];
}

export const PaymentFrequency = codeEnum('PaymentFrequency', 'How often an amount is paid.', [
  { code: 'ONCE', da: 'engangsbeløb', en: 'Once' },
  { code: 'MONTHLY', da: 'månedligt', en: 'Every month' },
]);
export type PaymentFrequency = keyof typeof PaymentFrequency;
