/* SPDX-License-Identifier: MIT */
#include "render/xmp.h"

#include "base/date.h"
#include "base/text.h"
#include "render/pdf.h"

#include <cairo.h>
#include <qpdf/qpdf-c.h>

/* PDF/A admits a schema that it does not know only where the file describes it; in a description of
 * its own, or some readers find neither. */
static const char UA_SCHEMA[] =
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Which part of ISO 14289 is kept</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n";

static void append_value(struct text *text, const char *before, const char *value,
                         const char *after)
{
    if (!value || !value[0])
        return;
    text_append(text, before);
    text_append_xml(text, value);
    text_append(text, after);
    text_append(text, "\n");
}

static void append_dublin_core(const struct pdf_info *info, struct text *text)
{
    static const char first_of[] = "<rdf:Alt><rdf:li xml:lang=\"x-default\">";
    struct text before = {0};

    text_append(text, "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                      "<dc:format>application/pdf</dc:format>\n");
    text_printf(&before, "<dc:title>%s", first_of);
    append_value(text, text_string(&before), info->title, "</rdf:li></rdf:Alt></dc:title>");
    append_value(text, "<dc:creator><rdf:Seq><rdf:li>", info->author,
                 "</rdf:li></rdf:Seq></dc:creator>");
    text_clear(&before);
    text_printf(&before, "<dc:description>%s", first_of);
    append_value(text, text_string(&before), info->subject, "</rdf:li></rdf:Alt></dc:description>");
    append_value(text, "<dc:language><rdf:Bag><rdf:li>", info->language ? info->language : "en",
                 "</rdf:li></rdf:Bag></dc:language>");
    text_append(text, "</rdf:Description>\n");
    text_finish(&before);
}

static void append_dates(const struct pdf_info *info, struct text *text)
{
    struct text date = {0};

    date_iso(&date, info->created);
    text_append(text, "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n");
    text_printf(text, "<xmp:CreateDate>%sT12:00:00Z</xmp:CreateDate>\n", text_string(&date));
    text_printf(text, "<xmp:ModifyDate>%sT12:00:00Z</xmp:ModifyDate>\n", text_string(&date));
    text_append(text, "<xmp:CreatorTool>" XMP_CREATOR "</xmp:CreatorTool>\n");
    text_clear(&date);
    xmp_producer(&date);
    append_value(text, "<pdf:Producer>", text_string(&date), "</pdf:Producer>");
    append_value(text, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>");
    text_append(text, "</rdf:Description>\n");
    text_finish(&date);
}

static void append_standards(const struct pdf_info *info, struct text *text)
{
    text_append(text, "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
    text_printf(text, "<pdfaid:part>%d</pdfaid:part>\n", info->attachment_count > 0 ? 3 : 2);
    text_append(text, "<pdfaid:conformance>A</pdfaid:conformance>\n</rdf:Description>\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                      "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
    text_append(text, UA_SCHEMA);
}

void xmp_producer(struct text *text)
{
    text_printf(text, "cairo %s, libqpdf %s", cairo_version_string(), qpdf_get_qpdf_version());
}

void xmp_write(const struct pdf_info *info, struct text *text)
{
    text_append(text, "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    append_dublin_core(info, text);
    append_dates(info, text);
    append_standards(info, text);
    text_append(text, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
}
