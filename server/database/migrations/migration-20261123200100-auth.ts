import { Migration } from '@mikro-orm/migrations'
import { type Audited, auditedSql } from '../../audit/audited-sql.js'
import { StartupError } from '../../startup-error.js'

/**
 * Sign-in: passwords, sessions and second factors in the schema `auth`, in the form that better-auth 1.7.25 expects, which
 * works on them as the role `shenbao_auth` and can touch nothing else.
 */
export class Migration20261123200100 extends Migration {
  override async up(): Promise<void> {
    const [place] = (await this.execute('select current_schema() as schema')) as { schema: string }[]
    await this.#ownRole()
    this.addSql('create schema auth')
    for (const sql of tables) this.addSql(sql)
    this.addSql('grant usage on schema auth to shenbao_auth')
    this.addSql('grant select, insert, update, delete on all tables in schema auth to shenbao_auth')
    // Language of the mails that its owner gets.
    this.addSql(`alter table account add column locale text not null default 'zh-CN' check (locale in ('zh-CN', 'en'))`)
    for (const sql of accountTrigger(place?.schema ?? 'public')) this.addSql(sql)
    for (const sql of changeTriggers) this.addSql(sql)
    for (const table of auditedTables) this.addSql(auditedSql({ schema: 'auth', ...table }))
  }

  /** Roles belong to all databases of a server: another one's migration may make this one at the same moment. */
  async #ownRole(): Promise<void> {
    const [user] = (await this.execute(`
      select current_database() as database, current_user as name, rolsuper or rolcreaterole as "makesRoles",
             exists (select from pg_roles where rolname = 'shenbao_auth') as exists
        from pg_roles where rolname = current_user`)) as (User & { makesRoles: boolean; exists: boolean })[]
    if (!user || !(user.exists || user.makesRoles)) throw roleMissing(user)
    await this.execute(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'shenbao_auth') then create role shenbao_auth nologin; end if;
      exception when duplicate_object or unique_violation then null;
      end $$`)
    const [may] = (await this.execute(`
      select pg_has_role(current_user, 'shenbao_auth', 'set') as "actAs",
             pg_has_role(current_user, 'shenbao_auth', 'member with admin option') as "grantIt"`)) as {
      actAs: boolean
      grantIt: boolean
    }[]
    if (may?.actAs) return
    if (!may?.grantIt) throw roleMissing(user)
    await this.execute('grant shenbao_auth to current_user with inherit false, set true')
  }
}

type User = { readonly database: string; readonly name: string }

function roleMissing({ database, name: user }: User = { database: '', name: '' }): StartupError {
  const statement = `create role shenbao_auth nologin; grant shenbao_auth to "${user}" with inherit false, set true;`
  return new StartupError(
    {
      'zh-CN': `数据库 ${database} 的用户 ${user} 无权创建或使用角色 shenbao_auth，而登录数据须由该角色单独管理。`,
      en: `The user ${user} of the database ${database} may not make or use the role shenbao_auth, which alone works on sign-in data.`,
    },
    {
      'zh-CN': `请数据库管理员执行一次（已有的部分可略去）：${statement}`,
      en: `Have an administrator of the database run once, without what is there already: ${statement}`,
    },
  )
}

/*
 * The first five are better-auth's, with its names. A session's token stands here in clear, and is worth nothing without the
 * signature, whose key is outside of the database.
 */
const tables = [
  `create table auth."user" (
    id text primary key,
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp,
    "twoFactorEnabled" boolean
  )`,
  `create table auth.session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" text not null references auth."user" (id) on delete cascade,
    "secondFactorAt" timestamptz
  )`,
  'create index on auth.session ("userId")',
  `create table auth.account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" text not null references auth."user" (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null
  )`,
  'create index on auth.account ("userId")',
  `create table auth.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null default current_timestamp,
    "updatedAt" timestamptz not null default current_timestamp
  )`,
  'create index on auth.verification (identifier)',
  `create table auth."twoFactor" (
    id text primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" text not null references auth."user" (id) on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`,
  'create index on auth."twoFactor" (secret)',
  'create index on auth."twoFactor" ("userId")',
  // When a session was used last, to the precision of minutes.
  `create table auth.session_use (
    session_id text primary key references auth.session (id) on delete cascade,
    at timestamptz not null
  )`,
  // Codes of second factors are good for one use; the key is a keyed hash of account and code.
  'create table auth.used_code (key text primary key, expires_at timestamptz not null)',
  'create index on auth.used_code (expires_at)',
  // Counts of attempts, in the form of rate-limiter-flexible; the key is a keyed hash.
  'create table auth.attempt (key varchar(255) primary key, points integer not null default 0, expire bigint)',
  'create index on auth.attempt (expire)',
]

/** Every user of better-auth's is an account of the service's, from the same moment and with the same name and address. */
const accountTrigger = (schema: string) => [
  `create function auth.keep_account() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      insert into "${schema}".account (id, name, email, email_verified)
        values (new.id, new.name, new.email, new."emailVerified")
        on conflict (id) do update
          set name = excluded.name, email = excluded.email, email_verified = excluded.email_verified;
      return null;
    end $$`,
  'revoke execute on function auth.keep_account() from public',
  `create trigger keep_account after insert or update of name, email, "emailVerified" on auth."user"
     for each row execute function auth.keep_account()`,
]

/** Whatever changes who somebody is or what he may do says so at once to the processes that remember it for seconds. */
const changeTriggers = [
  `create function auth.tell_change() returns trigger language plpgsql as $$
    begin
      perform pg_notify('shenbao_viewer', coalesce(to_jsonb(coalesce(old, new)) ->> tg_argv[0], ''));
      return null;
    end $$`,
  `create trigger tell_change after delete or update of "expiresAt", "secondFactorAt", token, "userId" on auth.session
     for each row execute function auth.tell_change('userId')`,
  `create trigger tell_change after delete or update of deactivated_at on account
     for each row execute function auth.tell_change('id')`,
  `create trigger tell_change after insert or update or delete on role_grant
     for each row execute function auth.tell_change('account_id')`,
  `create trigger tell_change after insert or update or delete on member
     for each row execute function auth.tell_change('account_id')`,
  // Whose members these are isn't known here: an empty name means everybody.
  `create trigger tell_change after update of deactivated_at on applicant
     for each row execute function auth.tell_change('nobody')`,
]

/** Events of sign-in belong to the account; what it is proved with, and from where, isn't told. */
const auditedTables: readonly Audited[] = [
  {
    table: 'user',
    subject: { type: 'Account', column: 'id' },
    masked: ['name', 'email', 'image'],
    ignored: ['updatedAt'],
  },
  {
    table: 'session',
    subject: { type: 'Account', column: 'userId' },
    masked: ['token', 'ipAddress', 'userAgent'],
    ignored: ['updatedAt', 'expiresAt'],
  },
  {
    table: 'account',
    subject: { type: 'Account', column: 'userId' },
    masked: ['accountId', 'accessToken', 'refreshToken', 'idToken', 'password'],
    ignored: ['updatedAt', 'accessTokenExpiresAt', 'refreshTokenExpiresAt'],
  },
  { table: 'twoFactor', subject: { type: 'Account', column: 'userId' }, masked: ['secret', 'backupCodes'] },
]
