#include "stop_words.h"
#include <algorithm>
#include <array>

namespace search
{
namespace
{

constexpr std::string_view spanish[] = {
    "a",         "acá",        "además",   "ahí",     "ahora",    "al",      "algo",     "algún",   "alguna",
    "algunas",   "alguno",     "algunos",  "allá",    "allí",     "ante",    "antes",    "aquel",   "aquella",
    "aquellas",  "aquello",    "aquellos", "aquí",    "así",      "aun",     "aunque",   "aún",     "bien",
    "bueno",     "cada",       "casi",     "claro",   "como",     "con",     "contra",   "cual",    "cuales",
    "cualquier", "cualquiera", "cuando",   "cuanto",  "cuál",     "cuándo",  "cuánto",   "cómo",    "da",
    "dar",       "de",         "debe",     "debía",   "decía",    "decían",  "decir",    "del",     "desde",
    "después",   "dice",       "dicen",    "digamos", "digo",     "dijeron", "dijo",     "donde",   "dos",
    "durante",   "dónde",      "e",        "el",      "ella",     "ellas",   "ello",     "ellos",   "en",
    "entonces",  "entre",      "era",      "eran",    "eres",     "es",      "esa",      "esas",    "ese",
    "eso",       "esos",       "esta",     "estaba",  "estaban",  "estado",  "estamos",  "estar",   "estas",
    "este",      "esto",       "estos",    "estoy",   "está",     "están",   "fue",      "fueron",  "fui",
    "ha",        "había",      "habían",   "hace",    "hacen",    "hacer",   "hacia",    "hacía",   "hacían",
    "han",       "hasta",      "hay",      "haya",    "he",       "hecho",   "hemos",    "hizo",    "hoy",
    "hubo",      "igual",      "incluso",  "ir",      "iba",      "iban",    "la",       "las",     "le",
    "les",       "lo",         "los",      "luego",   "mal",      "mas",     "me",       "mejor",   "menos",
    "mi",        "mientras",   "mis",      "misma",   "mismas",   "mismo",   "mismos",   "mucha",   "muchas",
    "mucho",     "muchos",     "muy",      "más",     "mí",       "nada",    "nadie",    "ni",      "ningún",
    "ninguna",   "ninguno",    "no",       "nos",     "nosotros", "nuestra", "nuestras", "nuestro", "nuestros",
    "nunca",     "o",          "otra",     "otras",   "otro",     "otros",   "para",     "pero",    "poco",
    "podemos",   "poder",      "podía",    "por",     "porque",   "pues",    "puede",    "pueden",  "puedo",
    "qué",       "que",        "queda",    "quien",   "quienes",  "quiere",  "quién",    "se",      "sea",
    "según",     "ser",        "sería",    "si",      "siempre",  "siendo",  "sin",      "sino",    "sobre",
    "solo",      "somos",      "son",      "soy",     "su",       "sus",     "suya",     "suyo",    "sé",
    "sí",        "sólo",       "tal",      "también", "tampoco",  "tan",     "tanta",    "tantas",  "tanto",
    "tantos",    "te",         "tenemos",  "tener",   "tengo",    "tenía",   "tenían",   "ti",      "tiene",
    "tienen",    "toda",       "todas",    "todavía", "todo",     "todos",   "tres",     "tu",      "tus",
    "tú",        "un",         "una",      "unas",    "uno",      "unos",    "usted",    "ustedes", "va",
    "vamos",     "van",        "veces",    "ver",     "vez",      "voy",     "y",        "ya",      "yo",
    "él",        "éramos",     "ésta",     "éste",
};

constexpr std::string_view english[] = {
    "a",     "about",  "after", "again", "all",     "also",  "always",  "am",    "an",      "and",    "any",
    "are",   "as",     "at",    "be",    "because", "been",  "before",  "being", "between", "both",   "but",
    "by",    "can",    "could", "did",   "do",      "does",  "doing",   "don't", "down",    "during", "each",
    "even",  "every",  "few",   "for",   "from",    "get",   "go",      "going", "got",     "had",    "has",
    "have",  "having", "he",    "her",   "here",    "hers",  "him",     "his",   "how",     "i",      "i'm",
    "if",    "in",     "into",  "is",    "it",      "it's",  "its",     "just",  "know",    "let",    "like",
    "many",  "may",    "me",    "mean",  "might",   "more",  "most",    "much",  "must",    "my",     "no",
    "nor",   "not",    "now",   "of",    "off",     "on",    "once",    "one",   "only",    "or",     "other",
    "our",   "out",    "over",  "own",   "really",  "said",  "same",    "say",   "says",    "she",    "should",
    "so",    "some",   "still", "such",  "than",    "that",  "that's",  "the",   "their",   "them",   "then",
    "there", "these",  "they",  "think", "this",    "those", "through", "to",    "too",     "two",    "under",
    "until", "up",     "us",    "very",  "was",     "we",    "well",    "were",  "what",    "when",   "where",
    "which", "while",  "who",   "why",   "will",    "with",  "would",   "yes",   "you",     "your",
};

}

bool is_stop_word(std::string_view language, std::string_view lower)
{
    if (language.starts_with("es")) return std::ranges::find(spanish, lower) != std::end(spanish);
    if (language.starts_with("en")) return std::ranges::find(english, lower) != std::end(english);
    return false;
}

}
