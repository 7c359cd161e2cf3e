using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews explain QUERY ID</c></summary>
internal sealed class ExplainCommand : CliCommand
{
    private readonly Argument<string> _query;
    private readonly Argument<string> _id;
    private readonly Option<string?> _versus;
    private readonly SearchOptions _options;

    public ExplainCommand()
        : base("explain", "Says why an article has its score for a query, matching or not.")
    {
        _query = Add(new Argument<string>("QUERY") { Description = "The query, in quotes." });
        _id = Add(new Argument<string>("ID") { Description = "The article's id." });
        _versus = Add(new Option<string?>("--vs") { HelpName = "ID", Description = "Compare with this article." });
        _options = new SearchOptions(Command, "page", "size", "sort", "explain", "highlight");
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string>> parameters = [.. _options.Read(context.Arguments), new("q", context.Arguments.GetValue(_query)!), new("id", context.Arguments.GetValue(_id)!)];
        if (context.Arguments.GetValue(_versus) is { } versus) parameters.Add(new("vs", versus));
        ExplainRequest request = SearchParameters.ParseExplain(parameters, TimeProvider.System.GetUtcNow(), context.Profiles);
        ExplainResponse? response = await context.OpenBackend().ExplainAsync(request, cancellationToken);
        if (response is null)
        {
            await context.Error.WriteLineAsync(request.Versus is null ? $"error: There is no article '{request.Id}'." : $"error: There is no article '{request.Id}', or none '{request.Versus}'.");
            return ExitCode.Failed;
        }

        if (context.Json) JsonOutput.Write(context.Output, response, SearchJson.Relaxed.ExplainResponse);
        else ExplanationTables.Write(context, response);
        return ExitCode.Done;
    }
}
