import { day, useMunicipality } from './municipality.js';

const municipality = useMunicipality('0482');
const [anna] = municipality.residents as any;

it('what was granted tells how the citizen takes part: activity is a day programme, protected employment a job, support neither', async () => {
  const worker = municipality.staff('SOCIAL_WORKER');
  const grant = { citizenId: anna.id, act: 'SEL', provider: 'Værkstedet', validFrom: day(0) };
  const granted = [];
  for (const paragraph of ['103', '104', '85'])
    granted.push(await worker.write('grantSocialService', { ...grant, paragraph }, 'paragraph participation'));
  expect(granted).toEqual([
    { paragraph: '103', participation: 'JOB' },
    { paragraph: '104', participation: 'DAY_PROGRAMME' },
    { paragraph: '85', participation: null },
  ]);
});
