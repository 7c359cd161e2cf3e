using System.CommandLine;
using System.Text;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index inspect terms FIELD [PREFIX]</c></summary>
internal sealed class InspectTermsCommand : CliCommand
{
    private readonly Argument<string> _field;
    private readonly Argument<string?> _prefix;
    private readonly Option<int> _top;

    public InspectTermsCommand()
        : base("terms", "Lists the terms of a field in order.")
    {
        _field = Add(new Argument<string>("FIELD") { Description = "The field's name; see 'index inspect fields'." });
        _prefix = Add(new Argument<string?>("PREFIX") { Description = "Only terms that begin with this.", Arity = ArgumentArity.ZeroOrOne });
        _top = Add(new Option<int>("--top") { HelpName = "N", Description = "How many to print.", DefaultValueFactory = _ => 100 });
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        int top = context.Arguments.GetValue(_top);
        InspectArguments.CheckTop(top);
        DirectoryReader reader = LiveIndex.Open(context).Reader;
        string field = context.Arguments.GetValue(_field)!;
        InspectArguments.CheckField(reader, field);
        SortedDictionary<string, TermRow> rows = Collect(reader, field, Encoding.UTF8.GetBytes(context.Arguments.GetValue(_prefix) ?? ""));
        List<TermRow> shown = [.. rows.Values.Take(top)];
        if (context.Json) JsonOutput.Write(context.Output, shown, CliJson.Relaxed.ListTermRow);
        else RowTable.Write(context.Terminal, ["term", "docFreq", "totalTermFreq"], shown.Select(r => new object[] { r.Term, r.DocFreq, r.TotalTermFreq }));
        if (rows.Count > shown.Count) context.Say($"{rows.Count - shown.Count} more; use --top to see them.");
        return Task.FromResult(ExitCode.Done);
    }

    private static SortedDictionary<string, TermRow> Collect(DirectoryReader reader, string field, byte[] prefix)
    {
        var rows = new SortedDictionary<string, TermRow>(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            if (leaf.Reader.GetTerms(field)?.GetTermsEnum() is not { } terms || terms.SeekCeil(prefix) == SeekStatus.End) continue;
            do
            {
                if (!terms.Term.StartsWith(prefix)) break;
                string text = Term.ToText(terms.Term);
                TermRow before = rows.GetValueOrDefault(text) ?? new TermRow(text, 0, 0);
                rows[text] = before with { DocFreq = before.DocFreq + terms.DocFreq, TotalTermFreq = before.TotalTermFreq + terms.TotalTermFreq };
            }
            while (terms.MoveNext());
        }

        return rows;
    }
}
