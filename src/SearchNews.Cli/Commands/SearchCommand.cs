using System.CommandLine;
using SearchNews.Cli.Output;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Cli.Commands;

/// <summary><c>searchnews search QUERY</c></summary>
internal sealed class SearchCommand : CliCommand
{
    private readonly Argument<string[]> _query;
    private readonly SearchOptions _options;

    public SearchCommand()
        : base("search", "Searches the live index; same parameters as GET /v1/search.")
    {
        _query = Add(new Argument<string[]>("QUERY") { Description = "Words, \"phrases\", +must -not OR, title: site: topic: type:, prefix*. Nothing lists everything.", Arity = ArgumentArity.ZeroOrMore });
        _options = new SearchOptions(Command);
    }

    public override async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string query = string.Join(' ', context.Arguments.GetValue(_query) ?? []);
        SearchRequest request = SearchParameters.Parse([.. _options.Read(context.Arguments), KeyValuePair.Create("q", query)], TimeProvider.System.GetUtcNow(), context.Profiles);
        SearchResponse response = await context.OpenBackend().SearchAsync(request, cancellationToken);
        if (context.Json) JsonOutput.Write(context.Output, response, SearchJson.Relaxed.SearchResponse);
        else HitTables.Write(context, response);
        return ExitCode.Done;
    }
}
