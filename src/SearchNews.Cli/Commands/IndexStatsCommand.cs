using System.Globalization;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index stats</c></summary>
internal sealed class IndexStatsCommand : CliCommand
{
    public IndexStatsCommand()
        : base("stats", "Figures and the path of the live generation.")
    {
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        LiveIndex index = LiveIndex.Open(context);
        IndexStatistics statistics = Measure(index);
        if (context.Json) JsonOutput.Write(context.Output, statistics, CliJson.Relaxed.IndexStatistics);
        else Print(context.Output, statistics);
        return Task.FromResult(ExitCode.Done);
    }

    private static IndexStatistics Measure(LiveIndex index)
    {
        DirectoryReader reader = index.Reader;
        long bytes = index.Files.Values.Sum();
        long terms = reader.Leaves.Sum(leaf => leaf.Reader.FieldInfos.Sum(field => leaf.Reader.GetTerms(field.Name)?.Size ?? 0));
        IReadOnlyDictionary<string, string> data = reader.CommitUserData;
        return new IndexStatistics(
            index.Generation.Path,
            index.Generation.Name,
            reader.Generation,
            reader.NumDocs,
            reader.MaxDoc - reader.NumDocs,
            index.Stories?.Stories,
            index.Stories?.Grouped,
            index.Stories?.Largest,
            reader.Leaves.Count,
            bytes,
            reader.NumDocs == 0 ? 0 : Math.Round((double)bytes / reader.NumDocs, 1),
            terms,
            data.GetValueOrDefault(ArticleSchema.SourceKey),
            data.GetValueOrDefault(ArticleSchema.BuiltAtKey),
            data.GetValueOrDefault(ArticleSchema.VersionKey));
    }

    private static void Print(TextWriter output, IndexStatistics s)
    {
        void Line(string name, object? value) => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-18} {value}"));
        Line("path", s.Path);
        Line("generation", s.Generation);
        Line("commit", s.Commit);
        Line("articles", s.Articles);
        Line("deleted", s.Deleted);
        Line("stories", s.Stories);
        Line("of several", s.GroupedStories);
        Line("largest story", s.LargestStory);
        Line("segments", s.Segments);
        Line("bytes", s.Bytes);
        Line("bytes per article", s.BytesPerArticle);
        Line("terms", s.Terms);
        Line("source", s.Source);
        Line("built at", s.BuiltAt);
        Line("schema", s.Schema);
    }
}
