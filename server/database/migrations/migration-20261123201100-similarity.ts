import { Migration } from '@mikro-orm/migrations'
import { auditedSql } from '../../audit/audited-sql.js'

/** What titles and contents of projects are compared by: their pairs of neighbouring characters, as `bigrams` in the rules has it. */
export class Migration20261123201100 extends Migration {
  override up(): void {
    this.addSql(String.raw`
      create function bigrams(value text) returns text[] language sql immutable strict parallel safe as $body$
        select coalesce(array_agg(distinct gram), '{}')
        from (
          select case when count(*) over () = 1 then sign else sign || lead(sign) over (order by place) end as gram
          from string_to_table(
            regexp_replace(
              translate(normalize(value, NFKC), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'),
              '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u3030\u303d-\u303f\u30fb\ufe00-\ufe6f\ufeff\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U000e0fff]+',
              '', 'g'),
            null) with ordinality as signs (sign, place)
        ) as pairs
        where gram is not null
      $body$`)
    // A bit for each pair, several pairs to a bit: two sets share at most the bits that they share, and those pairs that have
    // a bit with another of their own set. It is looked at a hundred times faster than the sets are.
    this.addSql(`
      create function bigram_signature(pairs text[]) returns bit(256) language sql immutable strict parallel safe as $body$
        select coalesce(
          bit_or(1::bit(256) << ((ascii(pair) * 31 + ascii(right(pair, 1))) % 256)), 0::bit(256))
        from unnest(pairs) as pair
      $body$`)
    for (const table of ['application', 'ledger_project']) {
      this.addSql(`
        alter table ${table}
          add column title_bigrams text[] not null generated always as (bigrams(title)) stored,
          add column title_signature bit(256) not null generated always as (bigram_signature(bigrams(title))) stored`)
      // Without a list of what is still to be put in, which every search would go through.
      this.addSql(`create index on ${table} using gin (title_bigrams) with (fastupdate = off)`)
    }
    // They say nothing that the title doesn't.
    const ignored = ['title_bigrams', 'title_signature']
    this.addSql(
      auditedSql({ table: 'application', subject: { type: 'Application', column: 'id' }, city: 'city', ignored }),
    )
    this.addSql(
      auditedSql({
        ...{ table: 'ledger_project', subject: { type: 'LedgerProject', column: 'id' }, city: 'city', ignored },
        masked: ['leader_name'],
      }),
    )
    // The content (form, 5.2) as it was saved last.
    this.addSql(`
      create table application_content (
        application_id uuid primary key references application on delete cascade,
        bigrams text[] not null
      )`)
    this.addSql('create index on application_content using gin (bigrams) with (fastupdate = off)')
    this.addSql(`
      create function keep_application_content() returns trigger language plpgsql as $body$
      begin
        insert into application_content values (new.application_id, bigrams(coalesce(new.content->>'content', '')))
        on conflict (application_id) do update set bigrams = excluded.bigrams;
        return null;
      end
      $body$`)
    this.addSql(`
      create trigger content_kept after insert on section_revision for each row when (new.section = 'RESEARCH')
        execute function keep_application_content()`)
    this.addSql(`
      insert into application_content
      select application_id, bigrams(coalesce(content->>'content', ''))
      from application_section join section_revision using (application_id, section, revision)
      where section = 'RESEARCH'`)
  }
}
