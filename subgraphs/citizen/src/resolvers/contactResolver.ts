import { Citizen, type SubgraphContext, Writes, citizenReference, kitError } from '@sammen/subgraph-kit';
import { isEmail } from 'class-validator';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { UpdateContactInput } from '../input/contactInput.js';
import { Person } from '../model/person.js';

/** The citizen's own contact details. */
@Resolver()
export class ContactResolver {
  @Mutation(() => Citizen, { nullable: true, description: 'Changes how to reach the citizen (kontaktoplysninger).' })
  @Writes('CONTACT')
  async updateContact(
    @Arg('input', () => UpdateContactInput) input: UpdateContactInput,
    @Ctx() { writer, loaders }: SubgraphContext<{ person: { clear(id: string): unknown } }>,
  ): Promise<Citizen> {
    const { citizenId, phone, email } = input;
    if (typeof phone === 'string' && !/^\+[0-9 ]{6,20}$/.test(phone))
      throw kitError('INVALID_INPUT', { field: 'input.phone' });
    if (typeof email === 'string' && !isEmail(email)) throw kitError('INVALID_INPUT', { field: 'input.email' });
    await writer.write(async (manager) => {
      const changes = { ...(phone !== undefined && { phone }), ...(email !== undefined && { email }) };
      if (Object.keys(changes).length > 0) await manager.update(Person, { citizenId }, changes);
    });
    loaders.person.clear(citizenId);
    return citizenReference(citizenId);
  }
}
