import { renderCsv } from './csv/render-csv.js';
import { documentOf } from './document.js';
import { renderPage } from './html/page.js';
import type { Report } from './report.js';

/** What a report can be written as. */
export const REPORT_FORMATS = ['html', 'json', 'csv'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const RENDERERS: Readonly<Record<ReportFormat, (report: Report) => string>> = {
  html: renderPage,
  json: (report) => `${JSON.stringify(documentOf(report), null, 2)}\n`,
  csv: (report) => renderCsv(documentOf(report)),
};

/** The report as text, with its last line ended. The same report gives the same bytes. */
export const renderReport = (report: Report, format: ReportFormat): string => RENDERERS[format](report);

/** The format that a file's name ends in; null for none of them. */
export const formatOf = (fileName: string): ReportFormat | null =>
  REPORT_FORMATS.find((format) => fileName.toLowerCase().endsWith(`.${format}`)) ?? (fileName.toLowerCase().endsWith('.htm') ? 'html' : null);
