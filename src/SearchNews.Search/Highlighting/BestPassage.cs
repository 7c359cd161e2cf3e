using SearchNews.Search.Responses;

namespace SearchNews.Search.Highlighting;

/// <summary>
/// Chooses the part of a long text that shows best why it was found: the one with the most of what was searched for, rare words counting more, each once. It
/// begins with the sentence of its first match where there is room, else with a word, and ends likewise.
/// </summary>
internal static class BestPassage
{
    /// <summary>Texts up to so many UTF-16 units are shown whole.</summary>
    public const int MaxWhole = 320;

    /// <summary>Most units of a passage, unless what matched is longer.</summary>
    public const int MaxLength = 260;

    // A passage that ends with a sentence is at least so long.
    private const int MinLength = MaxLength * 3 / 5;

    // Being there again only decides between passages that are equal otherwise.
    private const double WorthOfRepetition = 0.001;

    /// <summary>The passage.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">What matched, by start; one at least.</param>
    /// <param name="sources">What each match is worth.</param>
    public static HighlightSpan Find(string text, IReadOnlyList<Match> matches, MatchSources sources)
    {
        if (text.Length <= MaxWhole) return new HighlightSpan(0, text.Length);
        HighlightSpan core = FindCore(matches, sources);
        int room = Math.Max(0, MaxLength - (core.End - core.Start));
        int start = FindStart(text, core.Start, Math.Max(0, core.Start - room), room);
        int limit = Math.Max(core.End, start + MaxLength);
        if (limit < text.Length) return new HighlightSpan(start, FindEnd(text, start, core.End, limit));

        // The end of the text: what is left of the room goes to what comes before.
        return new HighlightSpan(text.Length - start >= MinLength ? start : FindWord(text, start, text.Length - MaxLength), text.Length);
    }

    /// <summary>From the first match of the best passage to its last.</summary>
    private static HighlightSpan FindCore(IReadOnlyList<Match> matches, MatchSources sources)
    {
        var seen = new int[sources.Count];
        HighlightSpan best = default;
        double bestWorth = -1;
        for (int first = 0; first < matches.Count; first++)
        {
            double worth = 0;
            int end = matches[first].End;
            for (int i = first; i < matches.Count && (i == first || matches[i].End - matches[first].Start <= MaxLength); i++)
            {
                (_, int matchEnd, int source) = matches[i];
                worth += sources.WorthOf(source) * (seen[source] == first + 1 ? WorthOfRepetition : 1);
                seen[source] = first + 1;
                end = Math.Max(end, matchEnd);
            }

            if (worth <= bestWorth) continue;
            bestWorth = worth;
            best = new HighlightSpan(matches[first].Start, end);
        }

        return best;
    }

    /// <summary>The beginning of the text, of a sentence or of a word between two places.</summary>
    private static int FindStart(string text, int latest, int earliest, int room)
    {
        if (earliest == 0) return 0;
        for (int i = latest; i >= earliest; i--)
        {
            if (IsSentenceStart(text, i)) return GraphemeEdges.AtOrBefore(text, i);
        }

        // Half of the room is for what comes after.
        return FindWord(text, latest, Math.Min(latest, earliest + (room / 2)));
    }

    private static int FindWord(string text, int latest, int earliest)
    {
        for (int i = earliest; i <= latest; i++)
        {
            if (IsWordStart(text, i)) return GraphemeEdges.AtOrBefore(text, i);
        }

        return GraphemeEdges.AtOrBefore(text, earliest);
    }

    private static int FindEnd(string text, int start, int earliest, int limit)
    {
        for (int i = limit; i >= earliest && i - start >= MinLength; i--)
        {
            if (char.IsWhiteSpace(text[i]) && IsSentenceStart(text, i + 1)) return GraphemeEdges.AtOrAfter(text, i);
        }

        for (int i = limit; i >= earliest; i--)
        {
            if (char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1])) return i;
        }

        return Math.Max(earliest, GraphemeEdges.AtOrBefore(text, limit));
    }

    private static bool IsWordStart(string text, int index) => index == 0 || (char.IsWhiteSpace(text[index - 1]) && !char.IsWhiteSpace(text[index]));

    /// <summary>After white space that follows the end of a sentence, quotes and brackets aside, unless it goes on in lower case.</summary>
    private static bool IsSentenceStart(string text, int index)
    {
        if (index < 2 || index >= text.Length || !IsWordStart(text, index) || char.IsLower(text[index])) return false;
        int last = index - 2;
        while (last > 0 && text[last] is '"' or '\'' or ')' or ']' or '\u201D' or '\u2019' or '\u00BB') last--;
        return text[last] is '.' or '!' or '?' or '\u3002' or '\u2026' or '\uFF01' or '\uFF1F';
    }
}
