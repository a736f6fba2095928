import { type CitizenFacts, type DataCategory } from '@sammen/consent';
import { NO_BASIS, ask, psychiatrist, socialWorker } from '../support/ask.js';
import { ESBJERG, NGO, REGION, actorOf, factsOf, relationOf } from '../support/samples.js';

describe('rule 6, the own organisation', () => {
  it('does not open what another sector controls, whatever the relation', () => {
    const facts = factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION })] });
    expect(ask(psychiatrist, 'TREATMENT', 'SOCIAL_SERVICE', facts)).toEqual(NO_BASIS);
    expect(
      ask(
        socialWorker,
        'SOCIAL_CASEWORK',
        'ADMISSION',
        factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: ESBJERG })] }),
      ),
    ).toEqual(NO_BASIS);
  });

  it('counts who belongs to a department on each of its wards, and keeps two wards apart', () => {
    const ward = `${REGION}/psychiatry-esbjerg/ward-1`;
    const admitted = factsOf({
      relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION, unitId: ward })],
    });
    const at = (unitId: string) => ask(actorOf('PSYCHIATRIST', { unitId }), 'TREATMENT', 'DIAGNOSIS', admitted).effect;
    expect(at(`${REGION}/psychiatry-esbjerg`)).toBe('PERMIT');
    expect(at(ward)).toBe('PERMIT');
    expect(at(`${REGION}/psychiatry-esb`)).toBe('DENY');
    expect(at(`${REGION}/psychiatry-esbjerg/ward-2`)).toBe('DENY');
    expect(at(`${REGION}/psychiatry-vejle`)).toBe('DENY');
  });

  it('asks for the same organisation, and the unit and person that the relation names', () => {
    const ward = `${REGION}/psychiatry-esbjerg/ward-1`;
    const seen = (changes: object, actor = psychiatrist) =>
      ask(
        actor,
        'TREATMENT',
        'DIAGNOSIS',
        factsOf({ relations: [relationOf({ kind: 'TREATING_UNIT', organisationId: REGION, ...changes })] }),
      ).effect;
    expect(seen({ unitId: ward })).toBe('PERMIT');
    expect(seen({ unitId: `${REGION}/psychiatry-esbjerg` })).toBe('PERMIT');
    expect(seen({ actorId: psychiatrist.id })).toBe('PERMIT');
    expect(seen({ organisationId: 'region-midtjylland' })).toBe('DENY');
    expect(seen({ unitId: `${ward}/room-1` })).toBe('PERMIT'); // A part of the own unit.
    expect(seen({ unitId: `${REGION}/psychiatry-esb` })).toBe('DENY');
    expect(seen({ unitId: ward }, { ...psychiatrist, unitId: null })).toBe('DENY');
    expect(seen({ unitId: 'null/ward' }, { ...psychiatrist, unitId: null })).toBe('DENY');
    expect(seen({ actorId: 'a-colleague' })).toBe('DENY');
    expect(seen({ unitId: ward, actorId: 'a-colleague' })).toBe('DENY');
  });

  it('shows a mentor and a volunteer only their own match, their coordinator all of the organisation', () => {
    const match = (kind: 'MENTOR_MATCH' | 'VOLUNTEER_MATCH', actorId: string | null, unitId: string | null = null) =>
      factsOf({ relations: [relationOf({ kind, organisationId: NGO, actorId, unitId })] });
    const sees = (role: 'MENTOR' | 'VOLUNTEER' | 'NGO_COORDINATOR', category: DataCategory, facts: CitizenFacts) =>
      ask(actorOf(role), 'PEER_SUPPORT', category, facts).effect;
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'actor-mentor'))).toBe('PERMIT');
    expect(sees('MENTOR', 'MENTORSHIP', match('MENTOR_MATCH', 'actor-mentor'))).toBe('PERMIT');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'actor-mentor', 'another-unit'))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', 'another-mentor'))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('MENTOR_MATCH', null))).toBe('DENY');
    expect(sees('MENTOR', 'IDENTITY', match('VOLUNTEER_MATCH', 'actor-mentor'))).toBe('DENY');
    expect(sees('VOLUNTEER', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', 'actor-volunteer'))).toBe('PERMIT');
    expect(sees('VOLUNTEER', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', null))).toBe('DENY');
    expect(sees('VOLUNTEER', 'VOLUNTEER_VISIT', match('MENTOR_MATCH', 'actor-volunteer'))).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'MENTORSHIP', match('MENTOR_MATCH', 'actor-mentor', 'a-unit'))).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'VOLUNTEER_VISIT', match('VOLUNTEER_MATCH', null))).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'CONTACT', match('MENTOR_MATCH', null))).toBe('DENY');
    const elsewhere = actorOf('NGO_COORDINATOR', { organisationId: 'ngo-other' });
    expect(ask(elsewhere, 'PEER_SUPPORT', 'MENTORSHIP', match('MENTOR_MATCH', null)).effect).toBe('DENY');
  });

  it('shows the coordinator of a course its enrolments and who takes part, and no match', () => {
    const enrolled = (organisationId = NGO) =>
      factsOf({ relations: [relationOf({ kind: 'COURSE_ENROLMENT', organisationId })] });
    const sees = (role: 'MENTOR' | 'NGO_COORDINATOR', category: DataCategory, facts = enrolled()) =>
      ask(actorOf(role), 'PEER_SUPPORT', category, facts).effect;
    expect(sees('NGO_COORDINATOR', 'PSYCHO_EDUCATION')).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'IDENTITY')).toBe('PERMIT');
    expect(sees('NGO_COORDINATOR', 'MENTORSHIP')).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'VOLUNTEER_VISIT')).toBe('DENY');
    expect(sees('NGO_COORDINATOR', 'PSYCHO_EDUCATION', enrolled('ngo-other'))).toBe('DENY');
    expect(sees('MENTOR', 'PSYCHO_EDUCATION')).toBe('DENY');
  });
});
