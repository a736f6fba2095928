import type { EntityMetadata, ObjectLiteral } from 'typeorm';

/** An entity from a row of plain SQL, with the same conversions that TypeORM's own finders make. */
export function hydrate(metadata: EntityMetadata, raw: Readonly<Record<string, unknown>>): ObjectLiteral {
  const entity = metadata.create(undefined, { fromDeserializer: true });
  for (const column of metadata.columns) {
    const value = metadata.connection.driver.prepareHydratedValue(raw[column.databaseName], column);
    column.setEntityValue(entity, value);
  }
  return entity;
}
