import { DATA_CATEGORIES, type DataCategory } from '@sammen/consent';

/**
 * The tables of the policy, kept a second time and in another form: a letter per category in the order of
 * DATA_CATEGORIES, a dot where it is closed. Whoever changes one book has to change the other.
 */
const LETTERS = 'I#CR SL nadxt shbfe mvp PMT'.replaceAll(' ', '');

const CAPS = `
  CITIZEN SELF_ACCESS                   I#CR SL nadxt shbfe mvp PMT
  GUARDIAN REPRESENTATION               I#CR SL nadxt shbfe mvp PMT
  PSYCHIATRIST TREATMENT                I#CR .. nadxt sh..e m.p PMT
  PSYCHIATRIST CARE_COORDINATION        I#CR .. nadxt sh..e m.p PMT
  PSYCHIATRIST PSYK_13C                 I.C. .. na.xt sh... ... PMT
  WARD_NURSE TREATMENT                  I#CR .. nadxt sh... m.p PMT
  WARD_NURSE CARE_COORDINATION          I#CR .. nadxt sh... m.p PMT
  WARD_NURSE PSYK_13C                   I.C. .. na.xt sh... ... PMT
  SOCIAL_WORKER SOCIAL_CASEWORK         I#CR .. na.xt shbfe mvp PMT
  SOCIAL_WORKER CARE_COORDINATION       I#CR .. nadxt shbfe mvp PMT
  SOCIAL_WORKER PSYK_13C                I.C. .. na.xt sh... ... PMT
  HOUSING_OFFICER HOUSING_CASEWORK      I#C. .. n.... .hbf. ... ..T
  JOB_CONSULTANT EMPLOYMENT_CASEWORK    I#C. .. ...x. s...e ..p PMT
  JOB_CONSULTANT CARE_COORDINATION      I#C. .. ...x. s...e ..p PMT
  KEY_MANAGER CARE_COORDINATION         I.CR .. nadxt shbfe mvp PMT
  KEY_MANAGER PSYK_13C                  I.C. .. na.xt sh... ... PMT
  MENTOR PEER_SUPPORT                   I.C. .. ..... ..... m.p PMT
  VOLUNTEER PEER_SUPPORT                I... .. ..... ..... .v. .MT
  NGO_COORDINATOR PEER_SUPPORT          I.C. .. ..... ..... mvp ...
  LEADER CARE_COORDINATION              I... .. ..... ..... ... PMT
  DATA_PROTECTION_OFFICER OVERSIGHT     .... .L ..... ..... ... ...`;

const WRITES = `
  CITIZEN           ..C. S. ..... ..... m.. PM.
  GUARDIAN          .... S. ..... ..... ... ...
  PSYCHIATRIST      .... .. nadxt ..... ... PM.
  WARD_NURSE        .... .. na.x. ..... ... PM.
  SOCIAL_WORKER     .... .. ..... sh.f. ... PMT
  HOUSING_OFFICER   .... .. ..... .hb.. ... ...
  JOB_CONSULTANT    .... .. ..... ....e ... PM.
  KEY_MANAGER       .... .. ..... ..... ... PMT
  MENTOR            .... .. ..... ..... m.. PM.
  VOLUNTEER         .... .. ..... ..... .v. .M.
  NGO_COORDINATOR   .... .. ..... ..... mvp ...
  LEADER            .... .. ..... ..... ... PM.`;

const RELATION_MAKING = `
  PSYCHIATRIST      .... .. na..t ..... ... ...
  WARD_NURSE        .... .. na... ..... ... ...
  SOCIAL_WORKER     .... .. ..... sh.f. ... P.T
  HOUSING_OFFICER   .... .. ..... .hb.. ... ...
  JOB_CONSULTANT    .... .. ..... ....e ... ...
  KEY_MANAGER       .... .. ..... ..... ... P.T
  NGO_COORDINATOR   .... .. ..... ..... mvp ...`;

const ENTRUSTED = `
  PSYCHIATRIST TREATING_UNIT  .... .. ..... ..... ... PM.
  PSYCHIATRIST PLAN_PARTY     .... .. ..... ..... ... PM.
  WARD_NURSE PLAN_PARTY       .... .. ..... ..... ... PM.
  KEY_MANAGER KEY_MANAGER     .... .. ..... ..... ... PMT
  MENTOR PLAN_PARTY           .... .. ..... ..... ... PM.
  VOLUNTEER PLAN_PARTY        .... .. ..... ..... ... .M.
  LEADER PLAN_PARTY           .... .. ..... ..... ... PM.`;

const CONTROL = `
  REGION            I#CR .. nadxt ..... ... ...
  MUNICIPALITY      I#CR .. ..... shbfe ... PMT
  NGO               I... .. ..... ..... mvp ...`;

const EVIDENCE = `
  TREATING_UNIT          I#CR .. nadxt ..... ... ...
  CASEWORKER             I#CR .. ..... shbfe ... ...
  KEY_MANAGER            I#CR .. ..... ..... ... PMT
  MENTOR_MATCH           I.C. .. ..... ..... mvp ...
  VOLUNTEER_MATCH        I... .. ..... ..... .v. ...
  PLAN_PARTY             I... .. ..... ..... ... PMT
  RESIDENT_MUNICIPALITY  I... .. ..... ..... ... ...
  COURSE_ENROLMENT       I... .. ..... ..... ..p ...`;

const LAWS = `
  HOSPITAL_NOTIFICATION  .... .. n.... ..... ... ...
  PSYK_13C               I.C. .. na.xt sh... ... PMT
  GDPR_39                .... .L ..... ..... ... ...`;

/** Every (row, category) that the book opens, as `ROW CATEGORY`. */
function open(book: string): ReadonlySet<string> {
  const rows = book
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return new Set(
    rows.flatMap((words) => {
      const names = words.filter((word) => /^[A-Z]{2,}[A-Z_0-9]*$/.test(word) && word !== 'PMT' && word !== 'SL');
      const letters = words.slice(names.length).join('');
      if (letters.length !== LETTERS.length) throw new Error(`Misprint in the book: ${words.join(' ')}`);
      return DATA_CATEGORIES.filter((_, bit) => letters[bit] === LETTERS[bit]).map((category) =>
        [...names, category].join(' '),
      );
    }),
  );
}

export const BOOKS = {
  caps: open(CAPS),
  writes: open(WRITES),
  relationMaking: open(RELATION_MAKING),
  entrusted: open(ENTRUSTED),
  control: open(CONTROL),
  evidence: open(EVIDENCE),
  laws: open(LAWS),
};

/** Whether a book opens a category to a row, such as `isOpen('caps', 'MENTOR', 'PEER_SUPPORT', 'PLAN')`. */
export function isOpen(book: keyof typeof BOOKS, ...row: readonly [...string[], DataCategory]): boolean {
  return BOOKS[book].has(row.join(' '));
}
