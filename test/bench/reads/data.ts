import { type KeptCounts, keptCountsSql } from '../../../server/database/kept-counts.js'

/** Changes with every change of the data, so that tables of an older form are made anew. */
export const dataVersion = 7

const statuses = [
  'SUBMITTED',
  'FORMAL_CHECK',
  'CORRECTION',
  'IN_REVIEW',
  'REVIEWED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
]
const fields = [
  'AGRICULTURE',
  'MATERIALS',
  'ENERGY',
  'BIOMEDICINE',
  'INFORMATION',
  'ENVIRONMENT',
  'EQUIPMENT',
  'HEALTH',
]

/**
 * What W2 filters by. Of 64 pairs of field and status the commonest, IN_REVIEW and APPROVED, hold about 1 in 32
 * applications each, the others about 1 in 96: some 1,000 to 3,200 of 100,000.
 */
export const filters = fields.flatMap((industryField) => statuses.map((status) => ({ industryField, status })))

export const districts = ['630101', '630102', '630103', '630104', '630105', '630106', '630107']

const list = (values: readonly string[]) => `array[${values.map((value) => `'${value}'`).join(', ')}]`
const weighted = list([...statuses, ...Array(2).fill('IN_REVIEW'), ...Array(2).fill('APPROVED')])

/**
 * The bench's tables with `size` applications, each with 5 people and 7 budget lines, 0 to 3 reviews and 0 to 2
 * partners. The same size gives the same rows everywhere: what looks random is a hash of the row's key.
 * The rows of a list are stored one after the other in the order of their `position`, as they are when a form is saved.
 */
export function dataStatements(size: number): string[] {
  return [
    `drop schema if exists bench cascade`,
    `create schema bench`,
    `create function bench.pick(key bigint, salt bigint, count int) returns int language sql immutable
     return 1 + (hashint8extended(key, salt) & 2147483647) % count`,
    `create table bench.organisation (
       id int primary key, name text not null, credit_code text not null, kind text not null, district text not null)`,
    `insert into bench.organisation
     select id, '西宁第' || id || '科技有限公司', '91630100MA' || lpad(id::text, 8, '0'),
            (array['ENTERPRISE', 'UNIVERSITY', 'INSTITUTE'])[bench.pick(id, 1, 3)], (${list(districts)})[bench.pick(id, 2, 7)]
     from generate_series(1, ${organisations(size)}) id`,
    `create table bench.person (
       id int primary key, organisation_id int not null references bench.organisation, name text not null,
       title text not null, degree text)`,
    `insert into bench.person
     select id, bench.pick(id, 3, ${organisations(size)}), '研究员' || id,
            (array['PROFESSOR', 'SENIOR_ENGINEER', 'ENGINEER'])[bench.pick(id, 4, 3)], (array['DOCTOR', 'MASTER', null])[bench.pick(id, 5, 3)]
     from generate_series(1, ${people(size)}) id`,
    `create table bench.application (
       id int primary key, acceptance_number text not null unique, title text not null, summary text not null,
       status text not null, industry_field text not null, category text not null, direction text not null,
       district text not null, park text, stage text,
       applicant_id int not null references bench.organisation, leader_id int not null references bench.person,
       requested_amount numeric(18,2) not null, self_raised_amount numeric(18,2) not null, total_amount numeric(18,2) not null,
       created_at timestamptz not null, submitted_at timestamptz, decided_at timestamptz)`,
    // 7919 is prime, so the applications come to three years in a scattered order and no two at the same moment.
    `insert into bench.application
     select id, 'XN2024' || lpad(id::text, 7, '0'), '面向高原的第' || id || '号关键技术研究与示范', repeat('本项目拟解决的关键问题与技术路线。', bench.pick(id, 6, 6)),
            status, (${list(fields)})[bench.pick(id, 7, ${fields.length})], 'C' || bench.pick(id, 8, 4), 'D' || bench.pick(id, 9, 24),
            (${list(districts)})[bench.pick(id, 10, 7)], 'P' || nullif(bench.pick(id, 11, 5), 1), 'S' || nullif(bench.pick(id, 12, 4), 1),
            bench.pick(id, 13, ${organisations(size)}), bench.pick(id, 14, ${people(size)}), requested, self_raised, requested + self_raised,
            created, created + interval '21 days', case when status in ('APPROVED', 'REJECTED') then created + interval '120 days' end
     from generate_series(1, ${size}) id,
          lateral (select timestamptz '2022-01-01 00:00Z' + ((id::bigint * 7919) % ${size}) * interval '${step(size)} milliseconds' created,
                          (${weighted})[bench.pick(id, 15, 12)] status,
                          bench.pick(id, 16, 20000) * 100.00 requested, bench.pick(id, 17, 50000) * 100.00 self_raised) chosen`,
    `create table bench.personnel (
       id int primary key, application_id int not null references bench.application, position int not null,
       name text not null, title text not null, role text not null, months int not null)`,
    `insert into bench.personnel
     select key, id, position, '成员' || key, (array['PROFESSOR', 'SENIOR_ENGINEER', 'ENGINEER'])[bench.pick(key, 18, 3)],
            (array['DESIGN', 'EXPERIMENT', 'ANALYSIS', 'MANAGEMENT'])[bench.pick(key, 19, 4)], bench.pick(key, 20, 24)
     from generate_series(1, ${size}) id, generate_series(1, 5) position, lateral (select (id - 1) * 5 + position) keys (key) order by key`,
    `create table bench.budget_line (
       id int primary key, application_id int not null references bench.application, position int not null,
       subject text not null, requested numeric(18,2) not null, self_raised numeric(18,2) not null, note text)`,
    `insert into bench.budget_line
     select key, id, position, (array['EQUIPMENT', 'MATERIALS', 'TESTING', 'ENERGY', 'TRAVEL', 'LABOUR', 'OTHER'])[position],
            bench.pick(key, 21, 3000) * 100.00, bench.pick(key, 22, 7000) * 100.00, case bench.pick(key, 23, 3) when 1 then '按合同支付' end
     from generate_series(1, ${size}) id, generate_series(1, 7) position, lateral (select (id - 1) * 7 + position) keys (key) order by key`,
    `create table bench.review (
       id int primary key, application_id int not null references bench.application, position int not null,
       score int not null, verdict text not null, comment text not null, reviewed_at timestamptz not null)`,
    `insert into bench.review
     select key, id, position, 39 + bench.pick(key, 24, 61), (array['FUND', 'FUND_LATER', 'DECLINE'])[bench.pick(key, 25, 3)],
            repeat('研究基础扎实，预算合理。', bench.pick(key, 26, 4)), timestamptz '2025-01-01 00:00Z' + key * interval '1 second'
     from generate_series(1, ${size}) id, generate_series(1, bench.pick(id, 27, 4) - 1) position, lateral (select (id - 1) * 3 + position) keys (key) order by key`,
    `create table bench.partner (
       id int primary key, application_id int not null references bench.application, position int not null,
       organisation_id int not null references bench.organisation, amount numeric(18,2) not null)`,
    `insert into bench.partner
     select key, id, position, bench.pick(key, 28, ${organisations(size)}), bench.pick(key, 29, 900) * 100.00
     from generate_series(1, ${size}) id, generate_series(1, bench.pick(id, 30, 3) - 1) position, lateral (select (id - 1) * 2 + position) keys (key) order by key`,
    `create index on bench.person (organisation_id)`,
    `create index on bench.application (applicant_id)`,
    `create index on bench.application (leader_id)`,
    // With the column of the row policy, so that counting what a viewer sees needs the index only.
    `create index on bench.application (industry_field, status, submitted_at, id) include (district)`,
    `create index on bench.partner (organisation_id)`,
    // With the key: lists are in the order of their positions and, where two are equal, of their keys.
    ...partsOfApplication.map((table) => `create index on bench.${table} (application_id, position, id)`),
    keptCountsSql(keptCounts),
    ...rowLevelSecurity,
    `create table bench.made_with (version int not null, size int not null)`,
    `insert into bench.made_with values (${dataVersion}, ${size})`,
  ]
}

/** What Shenbao counts applications by: what W2 filters and W4 groups by, and what its row policy reads. */
const keptCounts: KeptCounts = { schema: 'bench', table: 'application', by: ['industry_field', 'status', 'district'] }

const partsOfApplication = ['personnel', 'budget_line', 'review', 'partner']

/**
 * For servers that leave the row policy to the database: applications of the viewer's districts, and what belongs to
 * them. The bench's viewer has all seven, so every server shows the same; superusers, as the others are, pass by it.
 */
const rowLevelSecurity = [
  `do $$ begin create role bench_viewer; exception when duplicate_object then null; end $$`,
  `grant usage on schema bench to bench_viewer`,
  `grant select on all tables in schema bench to bench_viewer`,
  `alter table bench.application enable row level security`,
  `create policy districts on bench.application to bench_viewer
   using (district = any ((select current_setting('bench.districts')::text[])::text[]))`,
  ...partsOfApplication.flatMap((table) => [
    `alter table bench.${table} enable row level security`,
    `create policy application on bench.${table} to bench_viewer
     using (exists (select from bench.application where id = application_id))`,
  ]),
]

const organisations = (size: number) => Math.ceil(size / 5)
const people = (size: number) => Math.ceil(size / 2)
/** Milliseconds between two applications, when they fill three years. */
const step = (size: number) => Math.floor((3 * 365 * 86_400_000) / size)
