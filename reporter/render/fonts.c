/* SPDX-License-Identifier: MIT */
#include "render/fonts.h"

#include "base/error.h"
#include "base/file.h"
#include "base/text.h"

#include <fontconfig/fontconfig.h>

#define FONTS_PACKAGE "fonts-inter"
#define MOST_CONF_BYTES 65536

static bool family_has_weight(FcConfig *config, const char *family, int weight)
{
    FcPattern *pattern =
        FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family, FC_WEIGHT, FcTypeInteger, weight,
                       FC_SLANT, FcTypeInteger, FC_SLANT_ROMAN, (char *)NULL);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, (char *)NULL);
    FcFontSet *set = FcFontList(config, pattern, objects);
    bool found = set && set->nfont > 0;

    if (set)
        FcFontSetDestroy(set);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(pattern);
    return found;
}

static bool require_family(FcConfig *config, const char *family, struct error *err)
{
    if (family_has_weight(config, family, FC_WEIGHT_REGULAR) &&
        family_has_weight(config, family, FC_WEIGHT_DEMIBOLD))
        return true;
    error_set(err, ERROR_CONFIG, "the font family '%s' is not installed in regular and semibold",
              family);
    return error_hint(err, "install the package %s, or name one of its families in theme.yaml",
                      FONTS_PACKAGE);
}

/** The file is read by us: fontconfig would look for a relative path in folders of its own. */
static bool load(FcConfig *config, const char *fonts_conf, struct error *err)
{
    struct text text = {0};
    if (!file_read(fonts_conf, MOST_CONF_BYTES, &text, err))
        return false;
    /* Without this FONTCONFIG_SYSROOT would move every path of the file. */
    FcConfigSetSysRoot(config, NULL);
    bool good =
        FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)text_string(&text), FcTrue) &&
        FcConfigBuildFonts(config) && FcConfigSetRescanInterval(config, 0);
    text_finish(&text);
    return good ||
           error_set(err, ERROR_CONFIG, "the font configuration '%s' is not valid", fonts_conf);
}

bool fonts_open(const char *fonts_conf, const char *family, struct error *err)
{
    FcConfig *config = FcConfigCreate();
    if (!config)
        return error_set(err, ERROR_INTERNAL, "fontconfig could not be started");
    bool done = load(config, fonts_conf, err) && require_family(config, family, err);
    if (done && !FcConfigSetCurrent(config))
        done =
            error_set(err, ERROR_INTERNAL, "fontconfig refused the configuration '%s'", fonts_conf);
    FcConfigDestroy(config);
    return done;
}
