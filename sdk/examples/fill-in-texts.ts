/** What the example says around the service's own texts, as it goes. */
export const fillInTexts = {
  'zh-CN': {
    who: (name: string, organisation: string) => `登录：${name}，${organisation}`,
    refusedSignIn: '未能登录：请用环境变量 PASSWORD 给出首次启动时显示的密码。',
    begun: (year: number) => `新建申报书（${year} 年度指南，虚构项目）`,
    saved: (section: string, revision: number) => `已保存 ${section}（版本 ${revision}）`,
    refused: (field: string, message: string) => `未保存：${field}——${message}`,
    uploaded: (name: string, bytes: number) => `已上传 ${name}（${bytes} 字节）`,
    done: (done: number, all: number) => `已完成 ${done}/${all} 部分；尚缺，例如：`,
    merged: (title: string, months: string) => `两人改了不同栏目，自动合并：《${title}》${months}`,
    conflict: (field: string, mine: string, theirs: string) =>
      `两人改了同一栏目“${field}”：手机上是《${mine}》，办公室是《${theirs}》`,
    resolved: (title: string, revision: number) => `商定为《${title}》（版本 ${revision}）`,
    file: '科研诚信承诺书（虚构）.pdf',
  },
  en: {
    who: (name: string, organisation: string) => `Signed in: ${name}, ${organisation}`,
    refusedSignIn: 'Not signed in: give the password that the first start printed in the variable PASSWORD.',
    begun: (year: number) => `An application is begun under the guideline of ${year} (an invented project)`,
    saved: (section: string, revision: number) => `Saved: ${section} (revision ${revision})`,
    refused: (field: string, message: string) => `Not saved: ${field} – ${message}`,
    uploaded: (name: string, bytes: number) => `Uploaded: ${name} (${bytes} bytes)`,
    done: (done: number, all: number) => `${done} of ${all} sections are done; missing are, for example`,
    merged: (title: string, months: string) =>
      `Two changed different fields, put together by itself: ${title}, ${months}`,
    conflict: (field: string, mine: string, theirs: string) =>
      `Two changed the same field, ${field}: ${mine} on the phone, ${theirs} at the office`,
    resolved: (title: string, revision: number) => `They agree on ${title} (revision ${revision})`,
    file: 'integrity-commitment (invented).pdf',
  },
} as const
