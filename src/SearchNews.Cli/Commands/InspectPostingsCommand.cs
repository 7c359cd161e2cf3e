using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index inspect postings FIELD TERM</c></summary>
internal sealed class InspectPostingsCommand : CliCommand
{
    private readonly Argument<string> _field;
    private readonly Argument<string> _term;
    private readonly Option<int> _top;

    public InspectPostingsCommand()
        : base("postings", "Lists the documents of a term with frequencies and positions.")
    {
        _field = Add(new Argument<string>("FIELD") { Description = "The field's name; see 'index inspect fields'." });
        _term = Add(new Argument<string>("TERM") { Description = "The term as indexed; see 'index inspect terms'." });
        _top = Add(new Option<int>("--top") { HelpName = "N", Description = "How many to print.", DefaultValueFactory = _ => 100 });
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        int top = context.Arguments.GetValue(_top);
        InspectArguments.CheckTop(top);
        DirectoryReader reader = LiveIndex.Open(context).Reader;
        string field = context.Arguments.GetValue(_field)!;
        InspectArguments.CheckField(reader, field);
        List<PostingRow> rows = [.. Collect(reader, new Term(field, context.Arguments.GetValue(_term)!)).Take(top)];
        if (context.Json) JsonOutput.Write(context.Output, rows, CliJson.Relaxed.ListPostingRow);
        else RowTable.Write(context.Terminal, ["doc", "freq", "positions"], rows.Select(r => new object[] { r.Doc, r.Freq, string.Join(' ', r.Positions) }));
        if (rows.Count > 0) return Task.FromResult(ExitCode.Done);
        context.Error.WriteLine($"error: No document has the term '{context.Arguments.GetValue(_term)}' in field '{field}'.");
        return Task.FromResult(ExitCode.Failed);
    }

    private static IEnumerable<PostingRow> Collect(DirectoryReader reader, Term term)
    {
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(term.Field)?.GetTermsEnum() is not { } terms || !terms.SeekExact(term.Bytes)) continue;
            bool positions = leaf.Reader.FieldInfos.Find(term.Field)!.HasPositions;
            PostingsEnum postings = terms.Postings(positions ? PostingsFlags.Positions : PostingsFlags.Freqs);
            for (int doc = postings.NextDoc(); doc != DocIdSetIterator.NoMoreDocs; doc = postings.NextDoc())
                yield return new PostingRow(leaf.DocBase + doc, postings.Freq, positions ? [.. Enumerable.Range(0, postings.Freq).Select(_ => postings.NextPosition())] : []);
        }
    }
}
