import type { LocalizedText } from '../../schema/rules/localized-text.js'

/** What was done to the trail. */
export type Tampering =
  | 'CHANGED'
  | 'REPLACED'
  | 'DELETED'
  | 'CUT'
  | 'INSERTED'
  | 'HEAD_CHANGED'
  | 'HEAD_MISSING'
  | 'SIGNED_HEAD_CHANGED'
  | 'SIGNED_HEAD_MISSING'
  | 'LINE_UNREADABLE'
  | 'LINE_CHANGED'
  | 'LINE_MISSING'
  | 'KEY_UNKNOWN'

/** Something that is wrong with the trail, and where. */
export type Finding = {
  readonly problem: Tampering
  readonly subjectType: string | null
  readonly subjectId: string | null
  /** Of the event, or of the line of signed heads where there is no subject. */
  readonly sequence: number | null
  readonly message: LocalizedText
}

export type Subject = { readonly type: string; readonly id: string }

/** @param zhCN what is wrong; where it is is said before */
export function atEvent(subject: Subject, sequence: number, problem: Tampering, zhCN: string, en: string): Finding {
  return {
    problem,
    subjectType: subject.type,
    subjectId: subject.id,
    sequence,
    message: {
      'zh-CN': `${subject.type} ${subject.id} 第 ${sequence} 条：${zhCN}`,
      en: `${subject.type} ${subject.id}, event ${sequence}: ${en}`,
    },
  }
}

/** The same for a line of a file of signed heads. */
export function atLine(sequence: number | null, line: number, problem: Tampering, zhCN: string, en: string): Finding {
  return {
    problem,
    subjectType: null,
    subjectId: null,
    sequence,
    message: { 'zh-CN': `签名文件第 ${line} 行：${zhCN}`, en: `signed heads, line ${line} of the file: ${en}` },
  }
}
