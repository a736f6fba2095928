/** The tests that know the right answer by heart, in one room: mutation testing starts it for every mutant, and one starts faster than fifteen. */
import './accessFilter.test.js';
import './category.test.js';
import './categorySet.test.js';
import './coordinationWrites.test.js';
import './decideEach.test.js';
import './mayWrite.test.js';
import './ngoWrites.test.js';
import './rules/denyBlocked.test.js';
import './rules/permitByConsent.test.js';
import './rules/permitByLaw.test.js';
import './rules/permitEmergency.test.js';
import './rules/permitOwn.test.js';
import './rules/permitSelf.test.js';
import './rules/refuseInvalid.test.js';
import './tables.test.js';
import './time.test.js';
import './viewOfDenial.test.js';
