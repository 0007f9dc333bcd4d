import type { FiscalYear } from '../calendar/fiscal-year.ts';
import { type BodyFacts, NEUTRAL_RULES } from './body.ts';

/** The fiscal year from which the example bodies hold: that of the published report they come from. */
export const EXAMPLE_YEAR: FiscalYear = 2023;

const nothing = {
  ...NEUTRAL_RULES,
  shortName: '',
  composition: '',
  role: '',
  writtenNote: '',
  notifyChannel: null,
} as const;

/** The bodies of a real city's report for fiscal 2023 (令和5年度実施状況報告書 第5章), as examples to start from. */
export const EXAMPLE_BODIES: readonly BodyFacts[] = [
  {
    ...nothing,
    name: '協働推進本部会議',
    shortName: '本部会議',
    kind: 'meeting',
    section: 'meetings',
    composition: '委員長:副市長\n副委員長:副市長\n委員:特別職・部局長',
    role: '協働推進に関する全庁的な課題の検討及び調整',
    position: 10,
    recordableBy: 'secretariat',
    writtenNote: '開催案内送付',
  },
  {
    ...nothing,
    name: '協働推進本部会議幹事会',
    shortName: '幹事会',
    kind: 'meeting',
    section: 'meetings',
    composition: '幹事長:市民協働部長',
    role: '協働推進に関する全庁的な課題の検討及び連絡調整',
    position: 20,
    recordableBy: 'secretariat',
  },
  {
    ...nothing,
    name: '協働推進員(主任)',
    kind: 'effort',
    section: 'meetings',
    composition: '総務担当課長',
    role: '協働手法の導入検討、部内の各課等にまたがる地域課題の解決に向けた調整 ほか',
    position: 22,
    recordableBy: 'secretariat',
  },
  {
    ...nothing,
    name: '協働推進員(推進員)',
    kind: 'effort',
    section: 'meetings',
    composition: '各課から選任',
    role: '協働事業市民提案に関し、提案団体との意見交換',
    position: 24,
    recordableBy: 'secretariat',
  },
  {
    ...nothing,
    name: '協働事業成案化検討会議',
    kind: 'meeting',
    section: 'none',
    position: 30,
    recordableBy: 'promoters',
  },
  {
    ...nothing,
    name: '豊能地区市町NPO担当課長連絡会議',
    kind: 'meeting',
    section: 'liaison',
    position: 40,
    recordableBy: 'secretariat',
  },
  {
    ...nothing,
    name: '豊能地区市町合同研修',
    kind: 'meeting',
    section: 'liaison',
    position: 50,
    recordableBy: 'secretariat',
  },
  {
    ...nothing,
    name: 'NATSにおける市民公益活動推進の連携',
    shortName: 'NATS',
    kind: 'effort',
    section: 'liaison',
    composition: '西宮市\n尼崎市\n豊中市\n吹田市',
    position: 60,
    recordableBy: 'secretariat',
  },
];
