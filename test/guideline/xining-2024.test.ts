import { describe, expect, it } from 'vitest'
import type { Direction } from '../../schema/rules/edition.js'
import { loadGuideline } from '../../server/guideline/load-guideline.js'
import { xiningText } from './xining-file.js'

/*
 * What the notice of Xining prints, read off it by hand and compared with the file: names, numbers, dates and labels.
 */

const loaded = loadGuideline(xiningText, 'xining-2024.yaml')
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
const { edition } = loaded

const tree = ({ label, name, children }: Direction): unknown =>
  children.length === 0 ? `${label}${name['zh-CN']}` : [`${label}${name['zh-CN']}`, children.map(tree)]

describe('the notice of Xining of 2024', () => {
  it('loads without a warning', () => {
    expect(loaded.warnings).toEqual([])
  })

  it('has four categories with their directions as printed', () => {
    expect(edition.categories.map(({ name, directions }) => [name['zh-CN'], directions.map(tree)])).toEqual([
      [
        '重大科技专项',
        [
          ['聚焦“四地”建设', ['锂电储能', '光伏制造', '新材料', '特色化工', '生物医药和高原动植物资源精深加工']],
          ['聚焦民生科技创新', ['生命健康', '安全生产', '文化教育', '现代农业', '交通城建', '公共安全']],
          '聚焦双碳目标',
          '聚焦科技成果转移转化',
        ],
      ],
      [
        '重点研发与转化计划',
        [
          '（一）盐湖资源',
          '（二）清洁能源',
          '（4）新材料',
          '（五）特色化工',
          '（六）生物医药和高原动植物资源精深加工',
          '（七）新一代信息技术',
          '（八）现代农业',
        ],
      ],
      [
        '科技创新能力建设专项',
        [
          '（一）产业技术创新平台',
          ['（二）创新创业公共服务平台', ['公共技术服务平台', '创新创业服务平台']],
          '（三）科技合作交流平台',
        ],
      ],
      [
        '民生科技专项',
        [
          ['（一）科技惠民', ['1.医疗卫生技术防治与示范', '2.生态环保领域关键技术研究', '3.社会事业发展领域']],
          '（二）创新创业及人才培养',
        ],
      ],
    ])
  })

  it('pays as each annex says, the first way by default', () => {
    expect(edition.categories.map(({ fundingModes, fundingRange }) => [fundingModes, fundingRange])).toEqual([
      [['DIRECT'], { min: '1000000.00', max: '5000000.00' }],
      [['POST_COMPLETION'], null],
      [['DIRECT', 'POST_COMPLETION'], null],
      [['DIRECT'], null],
    ])
  })

  it('names the offices with their numbers, and splits the second category between them', () => {
    expect(edition.offices.map(({ name, phone }) => [name['zh-CN'], phone])).toEqual([
      ['高新技术与发展计划科', '0971-8230515'],
      ['农村与社会科技发展科', '0971-8230521'],
    ])
    expect(edition.complaintDesks.map(({ name, phone }) => [name['zh-CN'], phone])).toEqual([
      ['市科技局办公室', '0971-8230519'],
    ])
    expect(edition.acceptanceDesks.map(({ name }) => name['zh-CN'])).toEqual([
      '西宁市科技创新促进中心',
      '西宁国家农业科技园区服务中心',
    ])
    const byDirection = edition.categories[1]?.directions.map(({ code, offices }) => [code, ...offices])
    expect(byDirection).toEqual([
      ['salt-lake', 'high-tech'],
      ['clean-energy', 'high-tech'],
      ['new-materials', 'high-tech'],
      ['special-chemicals', 'high-tech'],
      ['biomedicine', 'high-tech'],
      ['information-technology', 'high-tech'],
      ['modern-agriculture', 'rural-social'],
    ])
    expect(edition.categories.map(({ offices }) => offices.length)).toEqual([2, 2, 2, 1])
  })

  it('opens and closes by the clocks of Xining, and asks for two copies within five working days', () => {
    expect(
      edition.calls.map(({ kind, opensAt, closesAt, releaseMonths }) => [kind, opensAt, closesAt, releaseMonths]),
    ).toEqual([
      ['WINDOW', '2023-05-15T09:00:00+08:00', '2023-07-14T17:00:00+08:00', ['2023-08']],
      ['ALL_YEAR', null, null, []],
    ])
    expect(edition.paper).toEqual({ clause: '2.2', copies: 2, workingDays: 5 })
  })

  it('has the districts of GB/T 2260 and the five parks, each with an authority', () => {
    expect(edition.city.districts.map(({ code, name }) => code + name['zh-CN'])).toEqual([
      '630102城东区',
      '630103城中区',
      '630104城西区',
      '630105城北区',
      '630106湟中区',
      '630121大通回族土族自治县',
      '630123湟源县',
    ])
    expect(edition.city.parks).toHaveLength(5)
    expect(edition.authorities).toHaveLength(1 + 7 + 5)
    const districts = edition.parameters.find(({ name }) => name === 'districts')
    expect(districts?.value).toEqual(edition.city.districts.map(({ code }) => code))
  })

  it('numbers clauses as its head says', () => {
    const labels = Object.fromEntries(edition.clauses.map(({ id, label }) => [id, label]))
    expect(labels).toMatchObject({
      '1.3.5': '一（三）5',
      '1.4.2.1': '一（四）2（1）',
      '1.5': '一（五）',
      'a1.3': '附件1 三',
      'a2.2.4': '附件2 二（4）',
      'a4.2.1.1': '附件4 二（一）1',
      'f14.2.1': '表14.2（1）',
    })
  })

  it('carries no contact person: no number but the offices’', () => {
    const numbers = new Set(xiningText.match(/\b\d{7}\b/g))
    expect([...numbers].sort()).toEqual(
      ['3922115', '3922117', '8230515', '8230519', '8230521'].concat('1000000', '5000000').sort(),
    )
  })
})
