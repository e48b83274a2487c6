import { describe, expect, test } from 'vitest'
import { localeOf } from '../../server/http/locale.js'
import { mediaTypeOf, prefersPage } from '../../server/http/media-type.js'

describe('language by Accept-Language', () => {
  test.each([
    [undefined, 'zh-CN'],
    ['', 'zh-CN'],
    ['*', 'zh-CN'],
    ['fr', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en;q=0.8,zh;q=0.9', 'zh-CN'],
    ['fr,en;q=0.5', 'en'],
    ['en,zh', 'en'],
    ['zh,en', 'zh-CN'],
    ['*;q=0.1,en;q=0.2', 'en'],
    ['zh;q=0,en;q=0.1', 'en'],
    ['en;q=0', 'zh-CN'],
    ['en;q=abc', 'zh-CN'],
    ['en ; q=1', 'en'],
    ['english', 'zh-CN'],
  ])('%s → %s', (header, locale) => {
    expect(localeOf(header)).toBe(locale)
  })
})

describe('media type by Accept', () => {
  const json = 'application/json'
  const graphql = 'application/graphql-response+json'
  test.each([
    [undefined, json],
    ['*/*', json],
    ['application/*', json],
    [json, json],
    [graphql, graphql],
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${graphql}, ${json}`, graphql],
    [`${json}, ${graphql}`, json],
    [`${graphql};q=0.5, */*;q=0.1`, graphql],
    [`${json};q=0, */*`, graphql],
    [`${json};charset=utf-8`, json],
    ['text/html', undefined],
    [`${json};q=0`, undefined],
  ])('%s → %s', (header, type) => {
    expect(mediaTypeOf(header)).toBe(type)
  })

  test.each([
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
    ['text/html', true],
    [`${json}, text/html;q=0.9`, false],
    ['*/*', false],
    [undefined, false],
  ])('a page for %s: %s', (header, page) => {
    expect(prefersPage(header)).toBe(page)
  })
})
