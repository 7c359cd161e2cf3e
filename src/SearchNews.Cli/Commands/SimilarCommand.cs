using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews similar ID</c></summary>
internal sealed class SimilarCommand : CliCommand
{
    private readonly Argument<string> _id;
    private readonly Option<string?> _size;
    private readonly Option<string?> _windowDays;
    private readonly Option<bool> _includeStory;

    public SimilarCommand()
        : base("similar", "Lists articles similar to one; same parameters as GET /v1/articles/{id}/similar.")
    {
        _id = Add(new Argument<string>("ID") { Description = "The article's id: its path below the folder, without extension." });
        _size = Add(new Option<string?>("--size") { HelpName = "N", Description = "How many, 1 to 100 (default 10)." });
        _windowDays = Add(new Option<string?>("--windowDays", "--window-days") { HelpName = "N", Description = "Only articles published within so many days of it." });
        _includeStory = Add(new Option<bool>("--includeStory", "--include-story") { Description = "Story members and equal titles too." });
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string id = context.Arguments.GetValue(_id)!;
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

    private IEnumerable<KeyValuePair<string, string>> Parameters(ParseResult arguments)
    {
        if (arguments.GetValue(_size) is { } size) yield return KeyValuePair.Create("size", size);
        if (arguments.GetValue(_windowDays) is { } days) yield return KeyValuePair.Create("windowDays", days);
        if (arguments.GetValue(_includeStory)) yield return KeyValuePair.Create("includeStory", "1");
    }
}
