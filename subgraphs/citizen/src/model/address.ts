import { Consent } from '@sammen/subgraph-kit';
import { Field, ObjectType } from 'type-graphql';

/** Where somebody lives. A protected address is shown to authorities and the citizen only. */
@ObjectType({ description: 'Where the citizen lives (adresse).' })
@Consent('CONTACT')
export class Address {
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the address is protected (navne- og adressebeskyttelse): then only the citizen and authorities see it.',
  })
  isProtected!: boolean;

  @Field(() => String, { nullable: true, description: 'Street and number; null when protected from you.' })
  street!: string | null;

  @Field(() => String, { nullable: true, description: 'Postal code; null when protected from you.' })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: 'City; null when protected from you.' })
  city!: string | null;
}

/** How to reach somebody. */
@ObjectType({ description: 'How to reach the citizen (kontaktoplysninger).' })
@Consent('CONTACT')
export class Contact {
  @Field(() => String, { nullable: true, description: 'Telephone (telefon).' })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email!: string | null;
}
