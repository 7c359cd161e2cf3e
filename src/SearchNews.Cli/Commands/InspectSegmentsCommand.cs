using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index inspect segments</c></summary>
internal sealed class InspectSegmentsCommand : CliCommand
{
    public InspectSegmentsCommand()
        : base("segments", "Lists the segments of the live commit.")
    {
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        LiveIndex index = LiveIndex.Open(context);
        List<SegmentRow> rows = [.. index.Reader.Leaves.Select(leaf => RowOf(index, (SegmentReader)leaf.Reader))];
        if (context.Json) JsonOutput.Write(context.Output, rows, CliJson.Relaxed.ListSegmentRow);
        else
        {
            RowTable.Write(context.Terminal, ["segment", "documents", "deleted", "compound", "version", "files", "bytes"],
                rows.Select(r => new object[] { r.Name, r.MaxDoc, r.Deleted, r.Compound ? "yes" : "no", r.Version, r.Files, r.Bytes }));
        }

        return Task.FromResult(ExitCode.Done);
    }

    private static SegmentRow RowOf(LiveIndex index, SegmentReader reader)
    {
        SegmentInfo info = reader.Commit.Info;
        KeyValuePair<string, long>[] files = [.. index.Files.Where(f => f.Key.StartsWith(info.Name + ".", StringComparison.Ordinal) || f.Key.StartsWith(info.Name + "_", StringComparison.Ordinal))];
        return new SegmentRow(info.Name, reader.MaxDoc, reader.MaxDoc - reader.NumDocs, info.IsCompoundFile, info.Version.ToString(), files.Length, files.Sum(f => f.Value));
    }
}
