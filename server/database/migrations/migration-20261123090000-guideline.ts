import { Migration } from '@mikro-orm/migrations'

const immutableTables = [
  'guideline',
  'clause',
  'eligibility_rule',
  'category',
  'direction',
  'call',
  'attachment_requirement',
  'category_attachment_requirement',
  'guideline_area',
  'office',
  'direction_office',
  'category_office',
  'parameter',
  'recommending_authority',
]

/** Tables of the guideline; a stored edition can't be changed or deleted, not even past the service. */
export class Migration20261123090000 extends Migration {
  override up(): void {
    this.addSql(`
      create table "guideline" (
        "id" text not null,
        "city_code" text not null,
        "city_name" jsonb not null,
        "city_time_zone" text not null,
        "city_area_code" text not null,
        "year" int not null,
        "edition" int not null,
        "title" jsonb not null,
        "note" jsonb not null,
        "paper_copies" int not null,
        "paper_working_days" int not null,
        "content_hash" text not null,
        "imported_at" timestamptz not null default now(),
        "document" jsonb not null,
        primary key ("id")
      );
      create unique index guideline_city_year_edition on guideline (city_code, year, edition);
      create table "clause" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "code" text not null,
        "label" text not null,
        "summary" jsonb not null,
        "decidable" boolean not null,
        primary key ("id")
      );
      create index "clause_guideline_id_index" on "clause" ("guideline_id");
      create table "eligibility_rule" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "code" text not null,
        "level" text not null,
        "title" jsonb not null,
        "when" text null,
        "require" text null,
        "fix" jsonb not null,
        primary key ("id")
      );
      create index "eligibility_rule_guideline_id_index" on "eligibility_rule" ("guideline_id");
      create index "eligibility_rule_clause_id_index" on "eligibility_rule" ("clause_id");
      alter table "eligibility_rule" add constraint "eligibility_rule_level_check" check ("level" in ('BLOCK', 'WARN', 'JUDGE', 'ROUTE'));
      create table "category" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "code" text not null,
        "name" jsonb not null,
        "funding_modes" text[] not null,
        "funding_note" jsonb not null,
        "funding_min" numeric(18,2) null,
        "funding_max" numeric(18,2) null,
        "priorities" jsonb not null,
        primary key ("id")
      );
      create index "category_guideline_id_index" on "category" ("guideline_id");
      create index "category_clause_id_index" on "category" ("clause_id");
      alter table "category" add constraint "category_funding_modes_check" check ("funding_modes" <@ array['DIRECT'::text, 'POST_COMPLETION'::text, 'STAGED'::text]);
      create table "direction" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "category_id" text not null,
        "parent_id" text null,
        "code" text not null,
        "label" text not null,
        "name" jsonb not null,
        "leaf" boolean not null,
        primary key ("id")
      );
      create index "direction_guideline_id_index" on "direction" ("guideline_id");
      create index "direction_clause_id_index" on "direction" ("clause_id");
      create index "direction_category_id_index" on "direction" ("category_id");
      create index "direction_parent_id_index" on "direction" ("parent_id");
      create table "call" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "code" text not null,
        "name" jsonb not null,
        "kind" text not null,
        "opens_at" timestamptz null,
        "closes_at" timestamptz null,
        "release_months" text[] not null,
        "release" jsonb not null,
        primary key ("id")
      );
      create index "call_guideline_id_index" on "call" ("guideline_id");
      create index "call_clause_id_index" on "call" ("clause_id");
      alter table "call" add constraint "call_kind_check" check ("kind" in ('WINDOW', 'ALL_YEAR'));
      create table "attachment_requirement" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "code" text not null,
        "name" jsonb not null,
        "condition" jsonb not null,
        "when" text null,
        "optional" boolean not null,
        primary key ("id")
      );
      create index "attachment_requirement_guideline_id_index" on "attachment_requirement" ("guideline_id");
      create index "attachment_requirement_clause_id_index" on "attachment_requirement" ("clause_id");
      create table "category_attachment_requirement" (
        "category_id" text not null,
        "attachment_requirement_id" text not null,
        primary key ("category_id", "attachment_requirement_id")
      );
      create table "guideline_area" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "code" text not null,
        "name" jsonb not null,
        "park" boolean not null,
        primary key ("id")
      );
      create index "guideline_area_guideline_id_index" on "guideline_area" ("guideline_id");
      create table "office" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "code" text not null,
        "name" jsonb not null,
        "phone" text not null,
        "role" text not null,
        primary key ("id")
      );
      create index "office_guideline_id_index" on "office" ("guideline_id");
      alter table "office" add constraint "office_role_check" check ("role" in ('PROGRAMME', 'ACCEPTANCE_DESK', 'COMPLAINTS'));
      create table "direction_office" (
        "direction_id" text not null,
        "office_id" text not null,
        primary key ("direction_id", "office_id")
      );
      create table "category_office" (
        "category_id" text not null,
        "office_id" text not null,
        primary key ("category_id", "office_id")
      );
      create table "parameter" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "clause_id" text not null,
        "name" text not null,
        "type" text not null,
        "value" text not null,
        "note" jsonb not null,
        primary key ("id")
      );
      create index "parameter_guideline_id_index" on "parameter" ("guideline_id");
      create index "parameter_clause_id_index" on "parameter" ("clause_id");
      alter table "parameter" add constraint "parameter_type_check" check ("type" in ('INT', 'MONEY', 'DATE', 'BOOL', 'STRING', 'STRINGS'));
      create table "recommending_authority" (
        "id" text not null,
        "guideline_id" text not null,
        "position" int not null,
        "code" text not null,
        "name" jsonb not null,
        primary key ("id")
      );
      create index "recommending_authority_guideline_id_index" on "recommending_authority" ("guideline_id");
      alter table "clause" add constraint "clause_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "eligibility_rule" add constraint "eligibility_rule_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "eligibility_rule" add constraint "eligibility_rule_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "category" add constraint "category_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "category" add constraint "category_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "direction" add constraint "direction_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "direction" add constraint "direction_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "direction" add constraint "direction_category_id_foreign" foreign key ("category_id") references "category" ("id");
      alter table "direction" add constraint "direction_parent_id_foreign" foreign key ("parent_id") references "direction" ("id");
      alter table "call" add constraint "call_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "call" add constraint "call_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "attachment_requirement" add constraint "attachment_requirement_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "attachment_requirement" add constraint "attachment_requirement_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "category_attachment_requirement" add constraint "category_attachment_requirement_category_id_foreign" foreign key ("category_id") references "category" ("id");
      alter table "category_attachment_requirement" add constraint "category_attachment_requirement_attachment_requi_666cd_foreign" foreign key ("attachment_requirement_id") references "attachment_requirement" ("id");
      alter table "guideline_area" add constraint "guideline_area_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "office" add constraint "office_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "direction_office" add constraint "direction_office_direction_id_foreign" foreign key ("direction_id") references "direction" ("id");
      alter table "direction_office" add constraint "direction_office_office_id_foreign" foreign key ("office_id") references "office" ("id");
      alter table "category_office" add constraint "category_office_category_id_foreign" foreign key ("category_id") references "category" ("id");
      alter table "category_office" add constraint "category_office_office_id_foreign" foreign key ("office_id") references "office" ("id");
      alter table "parameter" add constraint "parameter_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      alter table "parameter" add constraint "parameter_clause_id_foreign" foreign key ("clause_id") references "clause" ("id");
      alter table "recommending_authority" add constraint "recommending_authority_guideline_id_foreign" foreign key ("guideline_id") references "guideline" ("id");
      create index "category_office_office_id_index" on "category_office" ("office_id");
      create index "direction_office_office_id_index" on "direction_office" ("office_id");
      create index "category_attachment_requirement_attachment_requirement_id_index" on "category_attachment_requirement" ("attachment_requirement_id");
    `)
    this.addSql(`
      create function refuse_change_of_edition() returns trigger language plpgsql as $$
      begin
        raise exception 'an edition of a guideline never changes: store a corrected one as the next edition (% on %)', tg_op, tg_table_name
          using errcode = 'restrict_violation';
      end $$;
    `)
    for (const table of immutableTables) {
      this.addSql(
        `create trigger never_changes before update or delete or truncate on "${table}" for each statement execute function refuse_change_of_edition();`,
      )
    }
  }
}
