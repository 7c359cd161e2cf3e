using System.Globalization;
using SearchNews.Search.Responses;
using Spectre.Console;

namespace SearchNews.Cli.Output;

/// <summary>Prints an explanation for people.</summary>
internal static class ExplanationTables
{
    public static void Write(CommandContext context, ExplainResponse response)
    {
        context.Terminal.MarkupLineInterpolated($"[bold]{response.Sentence}[/]");
        context.Terminal.Write(PartsTable(response.Parts));
        if (response.Terms is { Count: > 0 } terms) context.Terminal.Write(TermsTable(terms));
        if (response.Versus is { } versus)
        {
            context.Terminal.MarkupLineInterpolated($"[bold]{versus.Sentence}[/]");
            context.Terminal.Write(PartsTable(versus.Parts));
        }
    }

    private static Table PartsTable(ScoreParts parts)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("part", "value", "share", "why");
        foreach ((string name, ScorePart part) in new[]
        {
            ("text", parts.Text), ("pairs", parts.Pairs), ("exact title", parts.ExactTitle), ("quality", parts.Quality), ("coverage", parts.Coverage), ("recency", parts.Recency),
        })
        {
            table.AddRow(name, Number(part.Value), part.Share.ToString("0%", CultureInfo.InvariantCulture), Markup.Escape(part.Why));
        }

        return table;
    }

    private static Table TermsTable(IReadOnlyList<TermExplanation> terms)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("word", "field", "tf", "docFreq", "idf", "length", "value");
        foreach (TermExplanation term in terms)
        {
            table.AddRow(Markup.Escape(term.Term), term.Field, Number(term.Tf), term.DocFreq.ToString(CultureInfo.InvariantCulture), Number(term.Idf), Number(term.Length), Number(term.Value));
        }

        return table;
    }

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
