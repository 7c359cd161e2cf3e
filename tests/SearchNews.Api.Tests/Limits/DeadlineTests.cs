using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SearchNews.Api.Limits;

namespace SearchNews.Api.Tests.Limits;

/// <summary>The deadline is for finding an answer, not for writing it.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Get_WritingTakesLongerThanTheDeadline_IsWrittenToItsEnd()
    {
        await using WebApplication app = await StartAsync(() => ValueTask.FromResult<IResult>(new SlowResult()));
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        (await client.GetStringAsync("/", TestContext.Current.CancellationToken)).ShouldBe("begin end");
    }

    [Fact]
    public async Task Get_FindingTakesLongerThanTheDeadline_Is503()
    {
        await using WebApplication app = await StartAsync(async () =>
        {
            await Task.Delay(4 * Time);
            return new SlowResult();
        });
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        using HttpResponseMessage response = await client.GetAsync("/", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    private static async Task<WebApplication> StartAsync(Func<ValueTask<IResult>> answer)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDeadline(new ApiOptions { Deadline = Time });
        WebApplication app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapGroup("").WithDeadline().MapGet("/", async () => await answer());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    /// <summary>An answer that takes long to write, as the framework's do for a slow client: it ends where the request does.</summary>
    private sealed class SlowResult : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            await httpContext.Response.WriteAsync("begin ", httpContext.RequestAborted);
            await httpContext.Response.Body.FlushAsync(httpContext.RequestAborted);
            await Task.Delay(4 * Time, httpContext.RequestAborted);
            await httpContext.Response.WriteAsync("end", httpContext.RequestAborted);
        }
    }
}
