using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints hits for people: a numbered list that fits any width.</summary>
internal static class HitTables
{
    private static readonly Dictionary<string, IReadOnlyList<FacetValue>> NoFacets = new(StringComparer.Ordinal);

    public static void Write(CommandContext context, SearchResponse response)
    {
        foreach (string warning in response.Meta.Warnings) context.Say($"note: {warning}");
        if (response.Meta.Query?.Corrected is { } corrected) context.Say($"note: Also searched for: {MarkedText.Plain(corrected)}");
        else if (response.DidYouMean is { } better) context.Say($"note: Did you mean: {MarkedText.Plain(better)}");
        if (response.Meta.Relaxed) context.Say("note: Few articles have all the words; those with any of them are listed too.");
        int number = (response.Page - 1) * response.Size;
        foreach (SearchHit hit in response.Hits)
        {
            HitText.Write(context.Terminal, ++number, hit, hit.Score, hit.Highlights);
            if (hit.Explain is { } explanation) ExplanationTables.Write(context.Terminal, explanation);
        }

        foreach ((string field, IReadOnlyList<FacetValue> values) in response.Facets ?? NoFacets) WriteFacet(context.Terminal, field, values);
        string stories = response.Total.Stories is { } count ? string.Create(CultureInfo.InvariantCulture, $"{Count(count, "story", "stories")}, ") : "";
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{(response.Total.Exact ? "" : "more than ")}{stories}{Count(response.Total.Articles, "article", "articles")}, page {response.Page}, {response.Meta.Took:0.0} ms, generation {response.Meta.Generation}"));
    }

    public static void Write(CommandContext context, SimilarResponse response)
    {
        WriteHits(context, response.Hits);
        WriteEnd(context, response.Hits, response.Meta);
    }

    public static void Write(CommandContext context, DraftResponse response)
    {
        if (response.NearDuplicates.Count > 0)
        {
            context.Say("These tell the same already:");
            WriteHits(context, response.NearDuplicates);
            if (response.Hits.Count > 0) context.Say("Similar:");
        }

        WriteHits(context, response.Hits);
        WriteEnd(context, response.Hits, response.Meta);
    }

    private static void WriteFacet(IAnsiConsole terminal, string field, IReadOnlyList<FacetValue> values)
    {
        // A value and its count stay on one line.
        const string NoBreak = "\u00A0";
        string list = string.Join(", ", values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{MarkedText.Plain(value.Value)}{NoBreak}{value.Count}")));
        bool isTerminal = terminal.Profile.Width < CommandContext.UnwrappedWidth;
        terminal.Write(new HangingText($"{field}: ", 4, [new TextPart(isTerminal ? list : list.Replace(NoBreak, " ", StringComparison.Ordinal), Style.Plain)]));
    }

    private static void WriteHits(CommandContext context, IEnumerable<SimilarHit> hits)
    {
        int number = 0;
        foreach (SimilarHit hit in hits)
        {
            HitText.Write(context.Terminal, ++number, hit, hit.Score, highlights: null);
            if (hit.Why.Count > 0) HitText.WriteNote(context.Terminal, $"shares {string.Join(", ", hit.Why)}");
        }
    }

    private static string Count(long number, string one, string more) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : more)}");

    private static void WriteEnd(CommandContext context, IReadOnlyList<SimilarHit> hits, ResponseMeta meta)
    {
        if (hits.Count == 0) context.Say("No similar articles.");
        context.Say(string.Create(CultureInfo.InvariantCulture, $"{meta.Took:0.0} ms, generation {meta.Generation}"));
    }
}
