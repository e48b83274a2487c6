import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** Accounts and their roles, applicants and their members, and answers kept for repeated requests. */
export class Migration20261123200000 extends Migration {
  override up(): void {
    this.addSql(`
      create table account (
        id text primary key,
        name text not null,
        email text not null,
        email_verified boolean not null default false,
        phone_sealed text,
        phone_index text unique,
        phone_masked text,
        demo boolean not null default false,
        created_at timestamptz not null default now(),
        deactivated_at timestamptz,
        check ((phone_sealed is null) = (phone_masked is null) and (phone_sealed is null) = (phone_index is null))
      )`)
    this.addSql('create unique index account_email on account (lower(email))')
    this.addSql(`
      create table role_grant (
        id uuid primary key default gen_random_uuid(),
        account_id text not null references account,
        role text not null check (role in ('RECOMMENDING_AUTHORITY', 'ACCEPTANCE_DESK', 'PROGRAMME_OFFICE', 'EXPERT',
          'SUPERVISOR', 'ADMINISTRATOR')),
        city text,
        authority text,
        granted_by_id text references account,
        granted_at timestamptz not null default now(),
        revoked_at timestamptz,
        check ((city is null) = (role = 'ADMINISTRATOR')),
        check ((authority is not null) = (role = 'RECOMMENDING_AUTHORITY'))
      )`)
    this.addSql('create index on role_grant (account_id)')
    this.addSql('create index on role_grant (granted_by_id)')
    this.addSql(`create unique index role_grant_once on role_grant (account_id, role, coalesce(city, ''), coalesce(authority, ''))
      where revoked_at is null`)
    this.addSql(`
      create table applicant (
        id uuid primary key default gen_random_uuid(),
        city text not null,
        credit_code text not null unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
        name text not null,
        kind text not null,
        level text not null,
        legal_person boolean not null,
        district text not null,
        park text,
        registered_address text not null,
        founded_on date not null,
        legal_representative text not null,
        contact_name text not null,
        contact_email text not null,
        contact_phone_sealed text not null,
        contact_phone_index text not null,
        contact_phone_masked text not null,
        parent_department text,
        business_operations boolean not null,
        party_branch boolean not null,
        research_management boolean,
        financial_management boolean,
        rd_sub_ledger boolean,
        ring_fenced_funds boolean,
        jurisdiction text,
        verification text not null default 'PENDING' check (verification in ('PENDING', 'VERIFIED', 'REFUSED')),
        verified_at timestamptz,
        verified_by_id text references account,
        verification_note text,
        revision int not null default 1,
        created_at timestamptz not null default now(),
        deactivated_at timestamptz
      )`)
    this.addSql('create index on applicant (jurisdiction, verification)')
    this.addSql('create index on applicant (city, verification)')
    this.addSql('create index on applicant (verified_by_id)')
    this.addSql(`
      create table member (
        id uuid primary key default gen_random_uuid(),
        applicant_id uuid not null references applicant,
        account_id text not null references account,
        may_manage boolean not null,
        may_edit boolean not null,
        may_submit boolean not null,
        joined_at timestamptz not null default now(),
        left_at timestamptz
      )`)
    this.addSql('create index on member (applicant_id)')
    this.addSql('create index on member (account_id)')
    this.addSql('create unique index member_once on member (applicant_id, account_id) where left_at is null')
    this.addSql(`
      create table answered_request (
        account_id text not null references account,
        operation text not null,
        key text not null,
        input_hash bytea not null,
        result jsonb,
        at timestamptz not null default now(),
        primary key (account_id, operation, key)
      )`)
    const account = (column: string) => ({ type: 'Account', column })
    const applicant = (column: string) => ({ type: 'Applicant', column })
    this.addSql(auditedSql({ table: 'account', subject: account('id'), masked: ['name', 'email'] }))
    this.addSql(auditedSql({ table: 'role_grant', subject: account('account_id'), city: 'city' }))
    this.addSql(
      auditedSql({
        table: 'applicant',
        subject: applicant('id'),
        city: 'city',
        masked: ['contact_name', 'contact_email'],
      }),
    )
    this.addSql(auditedSql({ table: 'member', subject: applicant('applicant_id') }))
  }
}
