/** Loaded before each test file when `SAMMEN_TEST_TODAY` is set (jest.config.mjs): the file lives on that day too. */
import { shiftDate } from './shiftDate.mjs';

shiftDate(process.env['SAMMEN_TEST_TODAY']!);
