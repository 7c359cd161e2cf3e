using System.Text;
using SearchNews.Lucene.Analysis;
using SearchNews.Search.Indexing;
using SearchNews.Search.QuerySyntax;

namespace SearchNews.Search.Spelling;

/// <summary>Which words may be mistyped, and how much. Lengths are in code points.</summary>
internal static class SpellingRules
{
    /// <summary>With fewer hits than this, words that are in the index may be mistyped too.</summary>
    public const int FewHits = 3;

    /// <summary>Shorter words are taken as they are.</summary>
    public const int OneEditFrom = 5;

    /// <summary>From this length on, two letters may be wrong.</summary>
    public const int TwoEditsFrom = 9;

    /// <summary>So many letters at the beginning are right.</summary>
    public const int FixedPrefix = 1;

    /// <summary>How many edits a word may be off; 0 when it is never corrected.</summary>
    /// <param name="word">A term of <c>words</c>.</param>
    public static int MaxEdits(string word)
    {
        int length = 0;
        foreach (Rune rune in word.EnumerateRunes())
        {
            if (!IsLetter(rune)) return 0;
            length++;
        }

        return length >= TwoEditsFrom ? 2 : length >= OneEditFrom ? 1 : 0;
    }

    /// <summary>The term of <c>words</c> and the stem of one plain word; null for what is several words, none, or a stop word.</summary>
    public static (string Word, string Stem)? Analyze(string text)
    {
        IReadOnlyList<AnalyzedToken> words = ArticleSchema.Words.Analyze(text);
        IReadOnlyList<AnalyzedToken> stems = ArticleSchema.News.Analyze(text);
        return words.Count == 1 && stems.Count == 1 ? (words[0].Term, stems[0].Term) : null;
    }

    private static bool IsLetter(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
