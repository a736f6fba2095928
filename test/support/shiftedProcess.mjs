/** Loaded into a process by `--import shiftedProcess.mjs?today=2027-04-02` (globalSetup.mjs): it lives on that day. */
import { shiftDate } from './shiftDate.mjs';

shiftDate(new URL(import.meta.url).searchParams.get('today'));
