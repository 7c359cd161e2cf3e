using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Lucene.Index;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews index inspect doc N</c></summary>
internal sealed class InspectDocCommand : CliCommand
{
    private readonly Argument<int> _doc;

    public InspectDocCommand()
        : base("doc", "Shows the stored fields of a document.") =>
        _doc = Add(new Argument<int>("N") { Description = "The document's number, from 0." });

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        DirectoryReader reader = LiveIndex.Open(context).Reader;
        int doc = context.Arguments.GetValue(_doc);
        if (doc < 0 || doc >= reader.MaxDoc) throw new UsageException($"There is no document {doc}; the index has documents 0 to {reader.MaxDoc - 1}.");
        var dump = new DocumentDump(doc, StoredText.ReadAll(reader, doc));
        if (context.Json) JsonOutput.Write(context.Output, dump, CliJson.Relaxed.DocumentDump);
        else
        {
            foreach (StoredValue value in dump.Stored) context.Output.WriteLine($"{value.Field,-10} {value.Type,-7} {MarkedText.Plain(value.Value)}");
        }

        return Task.FromResult(ExitCode.Done);
    }
}
