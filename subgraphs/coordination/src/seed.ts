import { coordinationOf, people } from '@sammen/population';
import { runSeed } from '@sammen/subgraph-kit';
import { writeCareTeam, writeCase, writeSafeSetting } from './seeding/caseRows.js';
import { writeMeetings } from './seeding/meetingRows.js';
import { circleOf } from './seeding/people.js';
import { writePlan } from './seeding/planRows.js';
import { writeRecovery } from './seeding/recoveryRows.js';
import { TABLES, rowWriter } from './seeding/tables.js';
import { coordination } from './subgraph.js';

await runSeed(coordination, {
  tables: TABLES,
  async fill(sink, { seed, citizens, today }, progress) {
    let done = 0;
    for (const person of people(seed, citizens, { referenceDate: today })) {
      const records = coordinationOf(person);
      if (records.case !== null) {
        const write = rowWriter(sink, person.id);
        const circle = circleOf(records.case, records.careTeam, person.actorId);
        await writeCase(write, records.case, circle);
        await writeCareTeam(write, records.case, records.careTeam);
        for (const plan of records.plans) await writePlan(write, plan, circle);
        await writeMeetings(write, records.meetings, records.plans, records.safeSetting, circle);
        await writeRecovery(write, records.recovery, circle);
        if (records.safeSetting !== null) await writeSafeSetting(write, records.safeSetting, circle);
      }
      if (++done % 500 === 0) progress(done);
    }
  },
});
