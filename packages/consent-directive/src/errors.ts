import { defineErrors } from '@sammen/errors';

/** What can be wrong with labels themselves; only OPERATION_NOT_FOUND is a mistake of a request. */
export const consentDirectiveError = defineErrors({
  UNKNOWN_CATEGORY: {
    status: 500,
    message: 'A schema carries @consent with a category that is not known here.',
    next: 'Use a value of DataCategory, or update @sammen/consent everywhere before the schema.',
  },
  LABELS_MISSING: {
    status: 500,
    message: 'A schema does not carry the @consent directive under its own name.',
    next: 'Link and compose it as CONSENT_SDL of @sammen/consent-directive does, then compose again.',
  },
  OPERATION_NOT_FOUND: {
    status: 400,
    message: 'The document holds no operation of that name, or several and none is named.',
    next: 'Send the name of one of its operations as operationName.',
  },
  SCHEMA_UNREADABLE: {
    status: 500,
    message: 'A schema text could not be read.',
    next: 'Compose or print the schema again; it must be valid SDL.',
  },
});
