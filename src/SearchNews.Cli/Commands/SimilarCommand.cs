using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews similar ID | --text TEXT</c></summary>
internal sealed class SimilarCommand : CliCommand
{
    private readonly Argument<string?> _id;
    private readonly Option<string?> _text;
    private readonly Option<string?> _size;
    private readonly Option<string?> _windowDays;
    private readonly Option<bool> _includeStory;
    private readonly Option<string?> _now;

    public SimilarCommand()
        : base("similar", "Lists articles similar to one, or to a draft; same parameters as GET /v1/articles/{id}/similar and POST /v1/similar.")
    {
        _id = Add(new Argument<string?>("ID") { Description = "The article's id: its path below the folder, without extension.", Arity = ArgumentArity.ZeroOrOne });
        _text = Add(new Option<string?>("--text") { HelpName = "TEXT", Description = "A draft instead: its title, and after a line end its excerpt; or Markdown with front matter; - reads standard input." });
        _size = Add(new Option<string?>("--size") { HelpName = "N", Description = "How many, 1 to 100 (default 10)." });
        _windowDays = Add(new Option<string?>("--windowDays", "--window-days") { HelpName = "N", Description = "Only articles published within so many days of it." });
        _includeStory = Add(new Option<bool>("--includeStory", "--include-story") { Description = "Story members and equal titles too." });
        _now = Add(new Option<string?>("--now") { HelpName = "INSTANT", Description = "When the draft is written (default: now)." });
    }

    public override Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ParseResult arguments = context.Arguments;
        string? text = arguments.GetValue(_text);
        string? id = arguments.GetValue(_id);
        if ((text is null) == (id is null)) throw new UsageException("Give the id of an article, or a draft with --text.");
        if (text is null && arguments.GetValue(_now) is not null) throw new UsageException("--now is for drafts: an article has its date.");
        return text is null ? FindAsync(context, id!, cancellationToken) : FindForDraftAsync(context, text, cancellationToken);
    }

    private async Task<int> FindAsync(CommandContext context, string id, CancellationToken cancellationToken)
    {
        SimilarResponse? response = await context.OpenBackend().FindSimilarAsync(SearchParameters.ParseSimilar(id, Parameters(context.Arguments)), cancellationToken);
        if (response is null)
        {
            await context.Error.WriteLineAsync($"error: There is no article '{id}'.");
            return ExitCode.Failed;
        }

        if (context.Json) JsonOutput.Write(context.Output, response, SearchJson.Relaxed.SimilarResponse);
        else HitTables.Write(context, response);
        return ExitCode.Done;
    }

    private async Task<int> FindForDraftAsync(CommandContext context, string text, CancellationToken cancellationToken)
    {
        if (text == "-") text = await Console.In.ReadToEndAsync(cancellationToken);
        DraftRequest request = SearchParameters.ParseDraft([.. DraftText.Read(text), .. Parameters(context.Arguments)]);
        DraftResponse response = await context.OpenBackend().FindSimilarAsync(request, cancellationToken);
        if (context.Json) JsonOutput.Write(context.Output, response, SearchJson.Relaxed.DraftResponse);
        else HitTables.Write(context, response);
        return ExitCode.Done;
    }

    private IEnumerable<KeyValuePair<string, string>> Parameters(ParseResult arguments)
    {
        if (arguments.GetValue(_size) is { } size) yield return KeyValuePair.Create("size", size);
        if (arguments.GetValue(_windowDays) is { } days) yield return KeyValuePair.Create("windowDays", days);
        if (arguments.GetValue(_includeStory)) yield return KeyValuePair.Create("includeStory", "1");
        if (arguments.GetValue(_now) is { } now) yield return KeyValuePair.Create("now", now);
    }
}
