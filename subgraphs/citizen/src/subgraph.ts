import { createDetachedSigner } from '@sammen/identity';
import { grantLedgerRights } from '@sammen/ledger';
import { defineSubgraph, kitError } from '@sammen/subgraph-kit';
import { createCheckpointer } from './audit/createCheckpointer.js';
import { createRetention } from './audit/createRetention.js';
import { createDecisionPoint } from './decision/createDecisionPoint.js';
import { citizenErrors } from './errors.js';
import { citizenLoaders } from './loaders.js';
import { CreateCitizen1750000000000 } from './migrations/createCitizen.js';
import { keepAppendOnly } from './migrations/appendOnly.js';
import { grantChoiceRights } from './migrations/choiceRights.js';
import { ConstrainFacts1750000004000 } from './migrations/constrainFacts.js';
import { CreateLedger1750000001000 } from './migrations/createLedger.js';
import { CreateRequests1750000003000 } from './migrations/createRequests.js';
import { CreateReviews1750000002000 } from './migrations/createReviews.js';
import { NameBasis1750000007000 } from './migrations/nameBasis.js';
import { VersionNobody1750000008000 } from './migrations/versionNobody.js';
import { VersionFacts1750000005000 } from './migrations/versionFacts.js';
import { LimitPatience1790000003000 } from './migrations/limitPatience.js';
import { OpenChains1790000002000 } from './migrations/openChains.js';
import { RememberFacts1790000001000 } from './migrations/rememberFacts.js';
import { LedgerByBasis1750000006000 } from './migrations/ledgerByBasis.js';
import {
  CreateStatisticsObjection1790000000000,
  grantObjectionRights,
} from './migrations/createStatisticsObjection.js';
import { ConsentChoice } from './model/consentChoice.js';
import { ConsentRequest } from './model/consentRequest.js';
import { CprNumber } from './model/cprNumber.js';
import { EmergencyAccess } from './model/emergencyAccess.js';
import { EmergencyReview } from './model/emergencyReview.js';
import { Person } from './model/person.js';
import { Representative } from './model/representative.js';
import { StatisticsObjection } from './model/statisticsObjection.js';
import { references } from './references.js';
import { AskingResolver } from './resolvers/askingResolver.js';
import { CitizenResolver } from './resolvers/citizenResolver.js';
import { ConsentLapseResolver } from './resolvers/consentLapseResolver.js';
import { CitizenRequestsResolver, ConsentRequestResolver } from './resolvers/consentRequestResolver.js';
import { ConsentResolver } from './resolvers/consentResolver.js';
import { ContactResolver } from './resolvers/contactResolver.js';
import { EmergencyResolver } from './resolvers/emergencyResolver.js';
import { CitizenNotificationsResolver, NotificationResolver } from './resolvers/notificationResolver.js';
import { EmergencyAccessResolver, ReviewResolver } from './resolvers/reviewResolver.js';
import { RecipientResolver } from './resolvers/recipientResolver.js';
import { RootResolver } from './resolvers/rootResolver.js';
import { StatisticsObjectionResolver } from './resolvers/statisticsObjectionResolver.js';
import { addGrantKeysRoute } from './routes/grantKeysRoute.js';
import { addGrantsRoute } from './routes/grantsRoute.js';
import { addIdentifyRoute } from './routes/identifyRoute.js';
import { addRelationsRoute } from './routes/relationsRoute.js';
import { addStatisticsPeopleRoute } from './routes/statisticsPeopleRoute.js';

/** The citizen's own subgraph: identity, representatives, choices, access log; and the decision point. */
export const citizen = defineSubgraph({
  name: 'citizen',
  entities: [
    Person,
    CprNumber,
    Representative,
    ConsentChoice,
    EmergencyAccess,
    EmergencyReview,
    ConsentRequest,
    StatisticsObjection,
  ],
  migrations: [
    CreateCitizen1750000000000,
    CreateLedger1750000001000,
    CreateReviews1750000002000,
    CreateRequests1750000003000,
    ConstrainFacts1750000004000,
    VersionFacts1750000005000,
    LedgerByBasis1750000006000,
    NameBasis1750000007000,
    VersionNobody1750000008000,
    CreateStatisticsObjection1790000000000,
    RememberFacts1790000001000,
    OpenChains1790000002000,
    LimitPatience1790000003000,
  ],
  async grantRights(runner, applicationRole) {
    await grantLedgerRights(runner, applicationRole);
    await keepAppendOnly(runner, applicationRole);
    await grantChoiceRights(runner, applicationRole);
    await grantObjectionRights(runner, applicationRole);
  },
  resolvers: [
    RootResolver,
    CitizenResolver,
    ConsentResolver,
    ConsentLapseResolver,
    ContactResolver,
    EmergencyResolver,
    EmergencyAccessResolver,
    ReviewResolver,
    AskingResolver,
    ConsentRequestResolver,
    CitizenRequestsResolver,
    NotificationResolver,
    CitizenNotificationsResolver,
    RecipientResolver,
    StatisticsObjectionResolver,
  ],
  references,
  loaders: citizenLoaders,
  constraints: {
    consent_at_most_one_year: () => citizenErrors('CONSENT_TOO_LONG', { field: 'input.validTo' }),
    consent_of_health_at_most_one_year: () => citizenErrors('CONSENT_TOO_LONG', { field: 'input.validTo' }),
    consent_lifts_known: () => citizenErrors('BLOCK_UNKNOWN', { field: 'input.lifts' }),
    choice_history_stands: () => citizenErrors('CONSENT_ENDED', { field: 'input.consentId' }),
    consent_period: () => citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' }),
    emergency_not_renewed: () => citizenErrors('EMERGENCY_STILL_OPEN'),
    emergency_review_version: () => kitError('VERSION_CONFLICT', { field: 'input.version' }),
    consent_ends: () => citizenErrors('CONSENT_PERIOD', { field: 'input.validTo' }),
  },
  decisionPoint: (database, _config, grantSigner) => createDecisionPoint(database, grantSigner),
  jobs({ database, config, log }) {
    const { checkpointKeyFile, checkpointDirectory, retention } = config.ledger!;
    const signer = createDetachedSigner({ keyFile: checkpointKeyFile });
    return [
      createCheckpointer({ database, signer, directory: checkpointDirectory, log }),
      createRetention({ database, retention, log }),
    ];
  },
  async routes(server, services) {
    addGrantsRoute(server, services);
    addGrantKeysRoute(server, services.grantSigner!);
    await addRelationsRoute(server, services);
    await addIdentifyRoute(server, services);
    await addStatisticsPeopleRoute(server, services);
  },
});
