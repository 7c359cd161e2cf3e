using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index inspect fields</c></summary>
internal sealed class InspectFieldsCommand : CliCommand
{
    public InspectFieldsCommand()
        : base("fields", "Lists the fields and their statistics.")
    {
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        DirectoryReader reader = LiveIndex.Open(context).Reader;
        List<FieldRow> rows = [.. reader.Leaves.SelectMany(l => l.Reader.FieldInfos).Select(f => f.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(name => RowOf(reader, name))];
        if (context.Json) JsonOutput.Write(context.Output, rows, CliJson.Relaxed.ListFieldRow);
        else
        {
            RowTable.Write(context.Terminal, ["field", "postings", "norms", "values", "terms", "docs", "docFreqs", "termFreqs"],
                rows.Select(r => new object[] { r.Name, Shown(r.Postings), r.Norms ? "yes" : "no", Shown(r.DocValues), r.Terms, r.DocCount, r.SumDocFreq, r.SumTotalTermFreq }));
        }

        return Task.FromResult(ExitCode.Done);
    }

    /// <summary>What is kept, in a word: of DocsAndFreqsAndPositions the last.</summary>
    private static string Shown(string kept) => kept == "None" ? "" : kept.Split("And")[^1].ToLowerInvariant();

    private static FieldRow RowOf(DirectoryReader reader, string name)
    {
        FieldInfo[] infos = [.. reader.Leaves.Select(l => l.Reader.FieldInfos.Find(name)).OfType<FieldInfo>()];
        Terms[] terms = [.. reader.Leaves.Select(l => l.Reader.GetTerms(name)).OfType<Terms>()];
        return new FieldRow(
            name,
            infos.Max(f => f.IndexOptions).ToString(),
            infos.Any(f => f.HasNorms),
            infos.Max(f => f.DocValuesType).ToString(),
            terms.Sum(t => t.Size),
            terms.Sum(t => (long)t.DocCount),
            terms.Sum(t => t.SumDocFreq),
            terms.Sum(t => t.SumTotalTermFreq));
    }
}
