/** A tab of GraphiQL: a document, and its variables if it takes any. */
export type Example = { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> }

/** What a visitor of GraphiQL finds, one tab each; a test runs every one of them against the server. */
export const examples: readonly Example[] = [
  {
    query: `# 2024 年申报指南：计划类别、支持方向、资助方式与金额
# The notice of 2024: categories, directions, funding
#
# 运行 / run: Ctrl-Enter
# 语言随浏览器 / language of the browser, or locale:
query Guideline2024 {
  guideline(city: "xining", year: 2024) {
    title
    edition
    calls { id name opensAt closesAt }
    categories {
      code
      name
      nameInEnglish: name(locale: EN)
      fundingModes
      fundingRange { min max }
      clause { label summary }
      directions {
        label
        name
        children { code name leaf }
      }
    }
  }
}
`,
  },
  {
    query: `# 这家企业可以申报吗？不可以时，依据哪一条？
# May this company apply? If not, by which clause?
#
# 事实在下方变量中，不知道的不写
# Facts are in the variables; leave out the unknown
query MayWeApply($input: CheckEligibilityInput!) {
  checkEligibility(input: $input) {
    verdict {
      result
      call { name }
      findings {
        outcome
        level
        title
        fix
        clause { label summary }
        facts { label value }
        missing { name label }
      }
      attachments {
        requirement
        attachment { name condition }
      }
    }
    errors { code path message }
  }
}
`,
    variables: {
      input: {
        city: 'xining',
        year: 2024,
        category: 'key-rnd-conversion',
        direction: 'salt-lake',
        asOf: '2023-06-01',
        facts: {
          applicant: {
            kind: 'ENTERPRISE',
            legalPerson: true,
            district: '630105',
            park: 'biotech',
            foundedOn: '2015-03-01',
            businessOperations: true,
            partyBranch: false,
            ongoingProjects: 2,
            badCreditRecords: [],
            overdueProjects: [],
            revokedProjects: [],
            integrityBreach: false,
          },
          leader: {
            onStaff: true,
            birthDate: '1980-05-17',
            ongoingProjects: 0,
            badCreditRecords: [],
            overdueProjects: [],
            revokedProjects: [],
            integrityBreach: false,
          },
          partners: [{ kind: 'UNIVERSITY', integrityBreach: false }],
          personnel: [{ birthDate: '1990-11-02', integrityBreach: false }],
          project: {
            stage: 'PILOT',
            industrialisation: false,
            platform: false,
            implementedInCity: true,
            startsOn: '2024-01-01',
            endsOn: '2025-12-31',
          },
          budget: { expenditure: { total: '1500000.00', specialFunds: '500000.00', selfRaised: '1000000.00' } },
          declarations: {
            workBasis: true,
            researchManagement: true,
            financialManagement: true,
            rdSubLedger: true,
            ringFencedFunds: true,
            confidential: false,
            recusal: false,
            platforms: false,
          },
          attachments: ['integrity-commitment', 'industry-university-research-agreement'],
        },
      },
    },
  },
  {
    query: `# 由哪些单位逐级推荐，依据哪一条？
# Who recommends, level by level, by which clause?
query WhoRecommends($input: RouteInput!) {
  route(input: $input) {
    route {
      outcome
      clause { label summary }
      authorities { code name }
      missing { name label }
    }
    errors { code path message }
  }
}
`,
    variables: {
      input: {
        city: 'xining',
        year: 2024,
        category: 'key-rnd-conversion',
        facts: { applicant: { kind: 'ENTERPRISE', district: '630105', park: 'biotech' } },
      },
    },
  },
  {
    query: `# 纸质材料最迟哪天交？
# When are the paper copies due?
#
# call: guideline { calls { id } }
query PaperCopies($call: ID!) {
  paperDeadline(call: $call) {
    deadline {
      dueOn
      countedFrom
      workingDays
      copies
      clause { label summary }
    }
    errors { code path message }
  }
}
`,
    variables: { call: 'Call:xining-2024-1/window-2024' },
  },
]
