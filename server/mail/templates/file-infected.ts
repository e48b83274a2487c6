import { inline, type MailTemplate } from '../mail-template.js'

/** Tells who uploaded a file that it carried malware, after it came: scanning takes its time. */
export const fileInfected: MailTemplate<{ readonly fileName: string }> = {
  text: ({ fileName }) => ({
    subject: { 'zh-CN': '上传的文件含有恶意代码', en: 'A file that you uploaded carries malware' },
    body: {
      'zh-CN': `您上传的文件“${inline(fileName)}”含有恶意代码，已被删除，不会用于申报。请检查电脑，并重新上传干净的文件。`,
      en: `The file “${inline(fileName)}” that you uploaded carries malware. It was deleted and is not part of any application. Check your computer, and upload a clean one.`,
    },
  }),
}
