import type { Constructor } from '@mikro-orm/core'
import type { Migration } from '@mikro-orm/migrations'
import { Migration20261123090000 } from './migration-20261123090000-guideline.js'
import { Migration20261123195900 } from './migration-20261123195900-audit.js'
import { Migration20261123200000 } from './migration-20261123200000-account.js'
import { Migration20261123200100 } from './migration-20261123200100-auth.js'
import { Migration20261123200150 } from './migration-20261123200150-document.js'
import { Migration20261123200200 } from './migration-20261123200200-applicant.js'
import { Migration20261123200300 } from './migration-20261123200300-person.js'
import { Migration20261123200400 } from './migration-20261123200400-register.js'
import { Migration20261123200600 } from './migration-20261123200600-mail.js'
import { Migration20261123200700 } from './migration-20261123200700-oidc.js'
import { Migration20261123201000 } from './migration-20261123201000-application.js'
import { Migration20261123201100 } from './migration-20261123201100-similarity.js'
import { Migration20261123201200 } from './migration-20261123201200-collaborator.js'
import { Migration20261123201300 } from './migration-20261123201300-attachment.js'
import { Migration20261123201400 } from './migration-20261123201400-exchange.js'
import { Migration20261123202000 } from './migration-20261123202000-second-factor-reset.js'
import { Migration20261123202100 } from './migration-20261123202100-identity-link.js'

/** Every migration, oldest first; a class's name is its id in the database. Append only: released ones never change. */
export const migrations: Constructor<Migration>[] = [
  Migration20261123090000,
  Migration20261123195900,
  Migration20261123200000,
  Migration20261123200100,
  Migration20261123200150,
  Migration20261123200200,
  Migration20261123200300,
  Migration20261123200400,
  Migration20261123200600,
  Migration20261123200700,
  Migration20261123201000,
  Migration20261123201100,
  Migration20261123201200,
  Migration20261123201300,
  Migration20261123201400,
  Migration20261123202000,
  Migration20261123202100,
]
