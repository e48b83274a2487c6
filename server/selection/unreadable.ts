/** Says in one sentence why a field of the schema can't be read from the database. */
export class Unreadable extends Error {}
