import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who a citizen is. The only table of the whole system that holds names and addresses. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @Column('text', { name: 'given_name' })
  givenName!: string;

  @Column('text', { name: 'family_name' })
  familyName!: string;

  @Column('date', { name: 'birth_date' })
  birthDate!: string;

  @Column('text')
  gender!: string;

  @Column('text', { name: 'municipality_code' })
  municipalityCode!: string;

  @Column('boolean', { name: 'protected_address' })
  protectedAddress!: boolean;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { name: 'postal_code', nullable: true })
  postalCode!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('date', { name: 'deceased_on', nullable: true })
  deceasedOn!: string | null;

  @Column('int')
  version!: number;
}
