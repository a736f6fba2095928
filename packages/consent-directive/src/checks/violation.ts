/** What composition refuses (consent: fail at build time, not in somebody's life). One code per law. */
export const LABEL_LAWS = {
  NOT_LINKED: 'The consent feature must be linked, defined and composed under its own names, as CONSENT_SDL does it.',
  RENAMED: 'A directive must be imported under its own name, or its labels are not read.',
  UNKNOWN_CATEGORY: 'A label must name a value of DataCategory.',
  CONTRADICTION: 'A field is either public or of a category.',
  UNLABELLED:
    'Every field carries @consent(category:), or its type does, or it is declared @public; a root field may carry @writes or @roles.',
  EXISTENCE: 'An open field must not return an interface or union of guarded objects: which one it is would tell.',
  NOT_NULLABLE: 'A guarded field must be nullable, or what is withheld takes its neighbours along.',
  NULLABLE_ITEM: 'The items of a guarded list must be non-null ([T!]): withheld is the whole list, never an item.',
  ON_INTERFACE: 'A guarded field must not stand on an interface, where it is reached past its own type.',
  GUARDED_KEY: 'A key travels between subgraphs without a grant, so it must be public.',
  UNCOVERED_SELECTION:
    'What @requires or @provides selects must be public or of the category of the field that selects it.',
  REQUIRES_WITH_ARGUMENTS: 'A @requires field must take no arguments: gateways have returned wrong data for it.',
  UNCOVERED_INPUT: 'A field that is filtered or sorted by guarded data must be of that category itself.',
  FROM_CONTEXT: 'No value may travel by @fromContext: it would pass the field that guards it.',
  NO_OWNER:
    'Whoever meets a guarded value must be able to tell whose it is: by citizenId, citizenRef, citizen, or an object above.',
  CONFLICT: 'The same coordinate must carry the same label in every subgraph.',
  LAW_FIELDS: 'The fields that a statutory basis opens are a closed list, in the statutory bases of @sammen/consent.',
} as const;

/** The code of a law that a schema breaks. */
export type LabelLaw = keyof typeof LABEL_LAWS;

/** One place where a schema breaks one law. */
export interface LabelViolation {
  readonly law: LabelLaw;
  /** The subgraph, or several joined by comma where they disagree. */
  readonly subgraph: string;
  /** A schema coordinate, or `schema` for its links. */
  readonly coordinate: string;
  /** The law, and what to do here. */
  readonly message: string;
}

/** Reports one violation: where, which law, and what to do. */
export type Report = (law: LabelLaw, coordinate: string, todo: string) => void;
