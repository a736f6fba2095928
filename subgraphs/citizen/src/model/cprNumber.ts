import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A CPR or replacement number. Never a key: a person's number can change, and two numbers can turn out to be one person. */
@Entity('cpr_number')
export class CprNumber {
  @PrimaryColumn('uuid', { name: 'citizen_id' })
  citizenId!: string;

  @PrimaryColumn('text')
  number!: string;

  @Column('text')
  kind!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}
