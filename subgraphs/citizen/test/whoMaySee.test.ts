/** What a citizen reads about who may see what is what `decide` says when one of them looks: nothing more, nothing less. */
import { type Actor, type CitizenFacts, type DataCategory, DATA_CATEGORIES, decide, purposesOf } from '@sammen/consent';
import fc from 'fast-check';
import { someFacts } from '../../../packages/consent/test/support/arbitraries.js';
import {
  ESBJERG,
  NOON,
  REGION,
  actorOf,
  blockOf,
  consentOf,
  factsOf,
  relationOf,
} from '../../../packages/consent/test/support/samples.js';
import { namedByRelation, organisationsServing, recipientsAround } from '../src/reading/recipientsAround.js';
import { whatTheyMaySee } from '../src/reading/whoMaySee.js';

const WARD = `${REGION}/psychiatry-esbjerg/ward-1`;
const caseworker = relationOf({ kind: 'CASEWORKER', organisationId: ESBJERG, unitId: `${ESBJERG}/social` });
const toSocialWorkers = { recipients: [{ organisationId: ESBJERG, role: 'SOCIAL_WORKER' as const }] };
const diagnoses = { ...toSocialWorkers, categories: ['DIAGNOSIS' as const], purposes: ['CARE_COORDINATION' as const] };

const columns = (facts: CitizenFacts) =>
  recipientsAround(facts.relations.map(namedByRelation), [ESBJERG, REGION]).map((recipient) =>
    whatTheyMaySee(recipient, facts, NOON),
  );

/** One cell: purpose, kind, and what it rests on. */
function cell(facts: CitizenFacts, role: Actor['role'], category: DataCategory): string[] {
  const column = columns(facts).find((each) => each.role === role)!;
  const { grounds } = column.data.find((each) => each.category === category)!;
  return grounds.map(({ purpose, kind, law, choiceIds, everybody }) =>
    [purpose, kind, law, ...choiceIds, everybody ? 'everybody' : 'some'].filter((word) => word !== null).join(' '),
  );
}

it('a caseworker’s own data, and for the rest what a consent would open, purpose by purpose', () => {
  const facts = factsOf({ relations: [caseworker] });
  expect(cell(facts, 'SOCIAL_WORKER', 'SOCIAL_SERVICE')).toEqual([
    'SOCIAL_CASEWORK OWN some',
    'CARE_COORDINATION OWN some',
    'PSYK_13C OWN some',
  ]);
  expect(cell(facts, 'SOCIAL_WORKER', 'DIAGNOSIS')).toEqual(['CARE_COORDINATION NO_BASIS everybody']);
});

it('a role that is never shown something has no ground, also when there is a consent to it', () => {
  const facts = factsOf({ consents: [consentOf({ ...diagnoses, recipients: [{ organisationId: ESBJERG }] })] });
  expect(cell(facts, 'HOUSING_OFFICER', 'DIAGNOSIS')).toEqual([]);
  expect(cell(facts, 'KEY_MANAGER', 'DIAGNOSIS')).toEqual(['CARE_COORDINATION CONSENT consent-1 everybody']);
});

it('a relation with the job centre is not the housing office’s', () => {
  const facts = factsOf({ relations: [{ ...caseworker, unitId: `${ESBJERG}/job-centre` }] });
  expect(cell(facts, 'JOB_CONSULTANT', 'EMPLOYMENT')).toContain('EMPLOYMENT_CASEWORK OWN some');
  expect(cell(facts, 'HOUSING_OFFICER', 'HOUSING')).toEqual(['HOUSING_CASEWORK NO_BASIS everybody']);
});

it('a block is named, and the law that opens the data all the same stands beside it', () => {
  const ward = { organisationId: REGION, unitId: WARD };
  const facts = factsOf({
    relations: [
      relationOf({ kind: 'TREATING_UNIT', ...ward }),
      relationOf({ id: 'party', kind: 'PLAN_PARTY', planKind: 'DISCHARGE_AGREEMENT', ...ward }),
    ],
    blocks: [
      blockOf({
        recipients: [{ role: 'PSYCHIATRIST' }],
        categories: ['TREATMENT'],
        purposes: ['TREATMENT', 'PSYK_13C'],
      }),
      blockOf({
        id: 'other',
        recipients: [{ role: 'WARD_NURSE' }],
        categories: ['TREATMENT'],
        purposes: ['TREATMENT'],
      }),
    ],
  });
  expect(cell(facts, 'PSYCHIATRIST', 'TREATMENT')).toEqual([
    'TREATMENT BLOCKED block-1 everybody',
    'CARE_COORDINATION OWN some',
    'PSYK_13C BLOCKED block-1 everybody',
    'PSYK_13C LAW PSYK_13C some',
  ]);
});

it('a consent that lifts a block opens the cell again', () => {
  const block = blockOf(diagnoses);
  const facts = factsOf({ blocks: [block], consents: [consentOf({ ...diagnoses, lifts: [block.id] })] });
  expect(cell(facts, 'SOCIAL_WORKER', 'DIAGNOSIS')).toEqual(['CARE_COORDINATION CONSENT consent-1 everybody']);
});

it('whom to ask about: the municipality, its region and NGOs are there without a relation, and come last with one elsewhere', () => {
  const serving = organisationsServing('0561');
  expect(serving.slice(0, 2)).toEqual([ESBJERG, REGION]);
  const around = recipientsAround([namedByRelation({ ...caseworker, organisationId: 'municipality-0101' })], serving);
  expect([...new Set(around.map(({ organisationId }) => organisationId))]).toEqual(['municipality-0101', ...serving]);
  expect(
    around.filter(({ related }) => related).every(({ organisationId }) => organisationId === 'municipality-0101'),
  ).toBe(true);
  expect(around.filter(({ role }) => ['CITIZEN', 'GUARDIAN', 'ANALYST'].includes(role))).toEqual([]);
});

it('over random facts, every ground is what decide says about somebody, and nobody whom facts name is left out', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      for (const recipient of recipientsAround(facts.relations.map(namedByRelation), [ESBJERG, REGION])) {
        const { data } = whatTheyMaySee(recipient, facts, NOON);
        for (const purpose of purposesOf(recipient.role))
          for (const [place, category] of DATA_CATEGORIES.entries()) {
            const ask = (actor: Actor) =>
              decide({ actor, purpose, category, citizenId: facts.citizenId, at: NOON }, facts);
            const said = new Set([recipient.anybody, ...recipient.named].map((actor) => ask(actor).reason));
            if (said.size > 1) said.delete('NO_BASIS');
            said.delete('OUT_OF_SCOPE');
            const shown = data[place]!.grounds.filter((ground) => ground.purpose === purpose);
            expect(new Set(shown.map(({ kind }) => kind))).toEqual(said);
          }
      }
    }),
    { numRuns: 40 },
  );
});

it('somebody whom no fact names is decided about as `anybody`', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      const stranger = actorOf('SOCIAL_WORKER', { id: 'a stranger', unitId: null });
      const recipient = recipientsAround([], [ESBJERG]).find(({ role }) => role === 'SOCIAL_WORKER')!;
      for (const category of DATA_CATEGORIES) {
        const ask = (actor: Actor) =>
          decide({ actor, purpose: 'SOCIAL_CASEWORK', category, citizenId: facts.citizenId, at: NOON }, facts);
        expect(ask(recipient.anybody)).toEqual(ask(stranger));
      }
    }),
    { numRuns: 40 },
  );
});
