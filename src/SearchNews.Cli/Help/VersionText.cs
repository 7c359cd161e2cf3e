using System.CommandLine;
using System.CommandLine.Invocation;
using SearchNews.Lucene.Index;
using SearchNews.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Cli.Help;

/// <summary>What <c>--version</c> prints: the program's version first, then what it reads and writes.</summary>
internal sealed class VersionText : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine($"{ProgramVersion.Text} (schema {ArticleSchema.Version}, index format of Lucene {LuceneVersion.Written})");
        return ExitCode.Done;
    }
}
